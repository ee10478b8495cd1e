package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Decided;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Screen.Screened;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule comes to for the first reporter in all cases that none of its tests tells apart: the same rules give, and
 * the same rules refuse for the same reasons. What is not fixed is worked out for each case.
 *
 * @param number the cases' own
 * @param giving the rules that give something, in order
 * @param refused the reasons as they were in the case that was first seen
 * @param open those of the reasons that show a value in which the cases differ
 * @param needed facts that must be known, for something is a part of them
 * @param answer to a case of nothing but facts; null: not known, or not the same in all
 */
record Cell(
        long number,
        List<ReadyRule> giving,
        List<Refused> refused,
        List<Open> open,
        List<String> needed,
        @Nullable Decided<Explanation> answer) {

    Cell {
        giving = List.copyOf(giving);
        refused = List.copyOf(refused);
        open = List.copyOf(open);
        needed = List.copyOf(needed);
    }

    /** A reason by its place among all, and whose it is. */
    record Open(int place, ReadyRule rule) {}

    /** Whether everything it comes to is the same in all of its cases. */
    boolean isSettled() {
        return open.isEmpty() && needed.isEmpty() && giving.stream().allMatch(ReadyRule::isSettled);
    }

    Cell with(Decided<Explanation> answered) {
        return new Cell(number, giving, refused, open, needed, answered);
    }

    /** Whether this case has all it takes. */
    boolean holds(Screened screened) {
        for (String fact : needed) {
            if (screened.facts().apply(fact).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    List<Refused> refused(Screened screened) {
        if (open.isEmpty()) {
            return refused;
        }
        List<Refused> all = new ArrayList<>(refused);
        for (Open each : open) {
            Refused reason = each.rule().refusal(screened, Screen.FIRST);
            if (reason != null) {
                all.set(each.place(), reason);
            }
        }
        return all;
    }

    List<Earned> earned(Figuring figuring, Screened screened) {
        List<Earned> earned = new ArrayList<>(giving.size());
        for (ReadyRule rule : giving) {
            earned.add(rule.given(figuring, Screen.FIRST, screened.facts()));
        }
        return earned;
    }

    /** To a case of nothing but facts: what it is given is neither divided nor cut. */
    Decided<Explanation> answer(Schedule schedule, RewardCase theCase, Screened screened) {
        List<Problem> problems = new ArrayList<>(0);
        Figuring figuring = Figuring.of(schedule, theCase, problems);
        List<Grant> grants = new ArrayList<>(giving.size());
        List<Fired> fired = new ArrayList<>(giving.size());
        for (Earned earned : earned(figuring, screened)) {
            for (Grant grant : earned.grants()) {
                if (grant.isSomething()) {
                    grants.add(grant);
                }
            }
            fired.addAll(earned.fired());
        }
        if (!problems.isEmpty()) {
            return Decided.refused(problems.stream().distinct().toList());
        }
        return Decided.accepted(new Explanation(
                grants, fired, refused(screened), List.of(), List.of(), List.of(), List.of(), schedule.taxIncluded()));
    }
}
