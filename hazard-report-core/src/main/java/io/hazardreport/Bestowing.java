package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.UnitId;
import io.hazardreport.fund.Bearing;
import io.hazardreport.fund.FundSource;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.report.Acting;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Route;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives outside a decision: for points, at the year's end; kept under the report that earned the person something. */
final class Bestowing {

    private static final int TRIES = 20;

    private final Core core;
    private final Awards awards;

    Bestowing(Core core, Awards awards) {
        this.core = core;
        this.awards = awards;
    }

    /** What is given. */
    record Given(String rule, String component, String title, long units, Money amount, List<String> counted) {}

    Award propose(
            Journaling journaling,
            Scheme scheme,
            Award anchor,
            @Nullable PersonKey person,
            Given given,
            Acting actor,
            List<Write> writes) {
        UnitId unit = journaling.unit();
        Instant at = journaling.recordedAt();
        int year = LocalDate.ofInstant(at, scheme.rules().zone()).getYear();
        AwardTerms earned = anchor.terms();
        int ordinal = person == null ? 0 : earned.ordinal();
        int generation = 1
                + (int) awards.ofReport(unit, earned.report()).stream()
                        .filter(award -> award.terms().rule().equals(given.rule())
                                && award.terms().component().equals(given.component())
                                && award.terms().ordinal() == ordinal)
                        .count();
        AwardTerms terms = new AwardTerms(
                AwardId.of(core.ids().next(at)),
                earned.report(),
                0,
                given.rule(),
                given.component(),
                ordinal,
                person == null ? given.title() : earned.pseudonym(),
                bear(unit, scheme, given.amount(), year, writes),
                given.units(),
                given.title(),
                scheme.awards().approver(given.amount()),
                given.counted(),
                person == null ? Route.DIRECT : earned.route(),
                generation,
                year,
                given.amount());
        Award award = Award.begin(terms, AwardLoop.propose(terms, actor, at, scheme.awards()));
        writes.add(new Write.Claim(terms.uniqueKey(), terms.id().value(), 1));
        Awards.append(journaling, award, List.of(award.history().get(0)), 0, Event.NO_HASH, person, writes);
        Awards.book(award, AwardAction.PROPOSE, at, "", writes);
        return award;
    }

    private Bearing bear(UnitId unit, Scheme scheme, Money amount, int year, List<Write> writes) {
        FundSource source = scheme.source();
        if (amount.isZero()) {
            return new Bearing(source.code(), Money.ZERO, Money.ZERO);
        }
        CounterKey budget = source.counter(year);
        Bearing bearing = source.bear(amount, Money.ofFen(core.journal().used(unit, budget)));
        if (bearing.fromSource().isPositive()) {
            writes.add(new Write.Spend(budget, bearing.fromSource().fen(), source.ceiling()));
        }
        if (bearing.coordinated().isPositive()) {
            writes.add(new Write.Spend(
                    FundSource.coordination(year), bearing.coordinated().fen(), Long.MAX_VALUE));
        }
        return bearing;
    }

    /** Tries until nothing it rests on moved meanwhile; the same request has the first outcome. */
    Award once(UnitId unit, String requestId, Function<List<Write>, Award> attempt) {
        for (int n = 1; ; n++) {
            Optional<Write.Claim> earlier = core.journal().claim(unit, "request|" + requestId);
            if (earlier.isPresent()) {
                List<Event> events = core.journal().events(unit, new StreamId(Award.KIND, earlier.get().stream()));
                return Award.fold(events.subList(0, 1));
            }
            List<Write> writes = new ArrayList<>();
            Award award = attempt.apply(writes);
            writes.add(new Write.Claim("request|" + requestId, award.id().value(), 1));
            Outcome outcome = core.journal().commit(unit, writes);
            if (outcome instanceof Outcome.Saved) {
                return award;
            }
            if (outcome instanceof Outcome.Stale || n == TRIES) {
                throw new StaleReportException("somebody else was first: " + outcome, false);
            }
        }
    }
}
