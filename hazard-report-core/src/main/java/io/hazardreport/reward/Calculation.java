package io.hazardreport.reward;

import io.hazardreport.loop.Decided;
import io.hazardreport.reward.Screen.Screened;

/**
 * Applies a schedule to cases: pure, exact to the fen, the same answer every time. Made ready once, it may be used for any
 * number of cases and by many threads.
 */
public final class Calculation {

    /** Why somebody who reported the same hazard after another has nothing. */
    public static final String NOT_FIRST = "NOT_FIRST";

    /** Why somebody has nothing though he reported no later than who has: the hazard was decided before, for the other. */
    public static final String SETTLED_FIRST = "SETTLED_FIRST";

    /** Why somebody has nothing though he reported no later than who has: the other gave his name, which comes first. */
    public static final String NAMED_FIRST = "NAMED_FIRST";

    /** Why somebody who signed has nothing: of those who signed one report the rule rewards only the first. */
    public static final String FIRST_OF_SIGNED = "FIRST_OF_SIGNED";

    /** Why somebody who signed has nothing by himself: the first who signed collects for all. */
    public static final String FIRST_SIGNATORY = "FIRST_SIGNATORY";

    /** Why somebody who earned something has nothing: caps left nothing of it. */
    public static final String CAP_REACHED = "CAP_REACHED";

    private final Ready ready;

    private Calculation(Ready ready) {
        this.ready = ready;
    }

    /** By this schedule. */
    public static Calculation by(Schedule schedule) {
        return new Calculation(Ready.of(schedule));
    }

    /**
     * What each beneficiary is given.
     *
     * @return refused when an amount is missing ({@code reward.amount-missing}), outside its range
     *     ({@code reward.amount-outside-range}) or chosen by somebody the rule does not leave it to
     *     ({@code reward.adjudicator-role}), when a fact is missing without which an exclusive group cannot be decided
     *     ({@code reward.fact-missing}) or a cap that counts its values apart cannot count ({@code
     *     reward.cap-fact-missing}), or weights do not add up ({@code reward.weights-not-whole})
     */
    public Decided<Explanation> of(RewardCase theCase) {
        Screened screened = ready.onlyFacts(theCase);
        Cell cell = screened == null ? null : ready.cells().at(screened.number());
        if (screened == null || cell == null || !cell.holds(screened)) {
            return new CaseRun(ready, theCase, screened).run();
        }
        Decided<Explanation> known = cell.answer();
        if (known != null) {
            return known;
        }
        Decided<Explanation> answer = cell.answer(ready.schedule(), theCase, screened);
        if (cell.isSettled()) {
            ready.cells().keep(cell.with(answer));
        }
        return answer;
    }
}
