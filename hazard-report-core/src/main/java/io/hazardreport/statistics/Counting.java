package io.hazardreport.statistics;

import io.hazardreport.base.ReportId;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.ReportKind;
import io.hazardreport.report.Branch;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.SuggestionState;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what happened into counts, each on the local day it happened; pure. */
public final class Counting {

    private static final Set<ReportState> ENDS = Set.of(
            ReportState.CLOSED,
            ReportState.UNFOUNDED,
            ReportState.UNVERIFIABLE,
            ReportState.NOT_ADMITTED,
            ReportState.DUPLICATE,
            ReportState.TRANSFERRED);

    private static final Map<ReportState, Figure> END_FIGURES = Map.of(
            ReportState.UNFOUNDED, Figure.UNFOUNDED,
            ReportState.UNVERIFIABLE, Figure.UNVERIFIABLE,
            ReportState.NOT_ADMITTED, Figure.NOT_ADMITTED,
            ReportState.DUPLICATE, Figure.DUPLICATE,
            ReportState.TRANSFERRED, Figure.TRANSFERRED);

    private final ZoneId zone;

    public Counting(ZoneId zone) {
        this.zone = zone;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /**
     * What one report counts. Reports of other sources than the workers themselves count as {@link
     * Figure#OTHER_SOURCES} and nothing else. Hazards and unsafe acts are the reported hazards; a near miss, a mere
     * suggestion and an accident that was handed in here count as such, with their suggestions, and in no figure of
     * hazards: the hazards found behind a near miss are reports of their own.
     */
    public Tally of(HazardReport report) {
        Tally.Builder tally = Tally.builder();
        List<ReportEvent> history = report.history();
        HazardReport before = HazardReport.begin(report.id(), history.get(0));
        if (!before.submission().source().countsAsInternalReport()) {
            return tally.add(cell(Figure.OTHER_SOURCES, before, before.submittedAt()), 1)
                    .build();
        }
        submitted(tally, before);
        boolean hazard = before.submission().kind().countsAsHazard();
        for (ReportEvent event : history.subList(1, history.size())) {
            HazardReport after = before.apply(event);
            adoption(tally, before, after, event.at());
            if (hazard) {
                moved(tally, before, event, after);
            } else {
                settled(tally, event, after);
            }
            before = after;
        }
        return tally.build();
    }

    private void submitted(Tally.Builder tally, HazardReport report) {
        Instant at = report.submittedAt();
        ReportKind kind = report.submission().kind();
        tally.add(cell(reported(kind), report, at), 1);
        if (kind.countsAsHazard()) {
            tally.add(cell(Figure.OPEN, report, at), 1);
            tally.add(cell(Figure.SUSPECTED_MAJOR, report, at), report.isMajorOrSuspected() ? 1 : 0);
            tally.add(cell(Figure.DANGER, report, at), report.danger() ? 1 : 0);
            tally.add(cell(Figure.OTHER_ITEMS, report, at), HazardItem.isOther(report.item()) ? 1 : 0);
        }
        tally.add(cell(Figure.SUGGESTED, report, at), report.submission().suggests() ? 1 : 0);
    }

    private static Figure reported(ReportKind kind) {
        return switch (kind) {
            case HAZARD, UNSAFE_ACT -> Figure.REPORTED;
            case NEAR_MISS -> Figure.NEAR_MISSES;
            case SUGGESTION -> Figure.SUGGESTIONS_ONLY;
            case ACCIDENT -> Figure.ACCIDENTS_DIVERTED;
        };
    }

    private void moved(Tally.Builder tally, HazardReport before, ReportEvent event, HazardReport after) {
        Instant at = event.at();
        if (event.action() == ReportAction.RAISE_DANGER && !before.danger()) {
            tally.add(cell(Figure.DANGER, after, at), 1);
        }
        state(tally, before, -1, at);
        state(tally, after, 1, at);
        if (event.from() == event.to()) {
            return;
        }
        if (ENDS.contains(event.from())) {
            ended(tally, before, event.from(), -1, at);
        }
        if (ENDS.contains(event.to())) {
            ended(tally, after, event.to(), 1, at);
        }
    }

    /** The end only a mere suggestion has, which is in no figure of hazards, so not in those that are open either. */
    private void settled(Tally.Builder tally, ReportEvent event, HazardReport after) {
        long out = event.from() == ReportState.SETTLED ? 1 : 0;
        long in = event.to() == ReportState.SETTLED ? 1 : 0;
        tally.add(cell(Figure.SETTLED, after, event.at()), in - out);
    }

    private void adoption(Tally.Builder tally, HazardReport before, HazardReport after, Instant at) {
        boolean was = before.suggestion() == SuggestionState.ADOPTED;
        boolean is = after.suggestion() == SuggestionState.ADOPTED;
        tally.add(cell(Figure.ADOPTED, after, at), (is ? 1 : 0) - (was ? 1 : 0));
    }

    private void ended(Tally.Builder tally, HazardReport report, ReportState end, long count, Instant at) {
        tally.add(
                cell(
                        Figure.OPEN,
                        HazardReport.begin(report.id(), report.history().get(0)),
                        at),
                -count);
        Figure figure = END_FIGURES.get(end);
        if (figure != null) {
            tally.add(cell(figure, report, at), count);
        }
    }

    /** What the report counts as long as it is as it is: true, closed, unrectified, planned, by its present grade. */
    private void state(Tally.Builder tally, HazardReport report, long count, Instant at) {
        if (report.assessment().isEmpty()) {
            return;
        }
        boolean closed = report.state() == ReportState.CLOSED;
        tally.add(cell(Figure.CONFIRMED, report, at), count);
        tally.add(cell(closed ? Figure.CLOSED : Figure.UNRECTIFIED, report, at), count);
        Optional<Branch> branch = report.branch();
        if (!closed && branch.filter(Branch.PLANNED::equals).isPresent()) {
            tally.add(cell(Figure.PLANNED, report, at), count);
        }
        if (closed && report.submission().fixedOnTheSpot()) {
            tally.add(cell(Figure.FIXED_ON_SPOT, report, at), count);
        }
    }

    private Cell cell(Figure figure, HazardReport report, Instant at) {
        String item = report.item();
        return new Cell(
                figure,
                day(at),
                report.submission().kind().name(),
                item.isEmpty() ? "" : item.substring(0, 1),
                report.assessment().map(a -> a.grade().name()).orElse(""),
                report.reporters().stream()
                        .findFirst()
                        .map(r -> r.standing().employment().name())
                        .orElse(""),
                report.submission().channel());
    }

    /** What one award counts: money and honours when given, and what is still owed. */
    public Tally of(Award award) {
        Tally.Builder tally = Tally.builder();
        if (award.terms().isRefusal()) {
            return Tally.ZERO;
        }
        String component = award.terms().component();
        boolean redeemed = component.equals("REDEMPTION");
        boolean honour = component.equals("HONOUR");
        boolean money = redeemed || component.equals("CASH") || component.equals("GOODS");
        for (AwardEvent event : award.history()) {
            LocalDate day = day(event.at());
            long paid = paid(event.to()) - (event.action() == AwardAction.PROPOSE ? 0 : paid(event.from()));
            tally.add(cell(honour ? Figure.HONOURED_TIMES : Figure.REWARDED_TIMES, day), redeemed ? 0 : paid);
            if (money) {
                tally.add(
                        cell(Figure.REWARDED_FEN, day),
                        paid * award.terms().amount().fen());
            }
            long owed = owed(event.to()) - (event.action() == AwardAction.PROPOSE ? 0 : owed(event.from()));
            tally.add(cell(Figure.AWARDS_DUE, day), owed);
        }
        return tally.build();
    }

    private static long paid(AwardState state) {
        return state == AwardState.PAID ? 1 : 0;
    }

    private static long owed(AwardState state) {
        return switch (state) {
            case PROPOSED, APPROVED, ANNOUNCED, PAYABLE -> 1;
            case PAID, DECLINED, WAIVED, EXPIRED, REVOKED, CLAWED_BACK, OVERTURNED -> 0;
        };
    }

    private static Cell cell(Figure figure, LocalDate day) {
        return new Cell(figure, day, "", "", "", "", "");
    }

    /**
     * When money was first given for each hazard: one count a hazard.
     *
     * @param others reports that are no hazards
     */
    public Tally hazards(List<Award> awards, Set<ReportId> others) {
        Map<String, LocalDate> first = new HashMap<>();
        awards.stream()
                .filter(award -> award.state() == AwardState.PAID
                        && award.terms().amount().isPositive()
                        && !award.terms().component().equals("REDEMPTION")
                        && !others.contains(award.terms().report()))
                .forEach(award ->
                        first.merge(award.terms().report().toString(), paidOn(award), (a, b) -> a.isBefore(b) ? a : b));
        Tally.Builder tally = Tally.builder();
        first.values().forEach(day -> tally.add(cell(Figure.REWARDED_HAZARDS, day), 1));
        return tally.build();
    }

    /** The local day of the last payment. */
    public LocalDate paidOn(Award award) {
        return day(award.history().stream()
                .filter(e -> e.to() == AwardState.PAID && e.from() != AwardState.PAID)
                .map(AwardEvent::at)
                .reduce((earlier, later) -> later)
                .orElseThrow());
    }

    /** First-time figures: a person counts in a period, and in a year of periods, at his first award of money. */
    public Tally persons(List<Rewarded> rewarded, PeriodRule rule) {
        Tally.Builder tally = Tally.builder();
        Set<String> seen = new HashSet<>();
        rewarded.stream().sorted(Comparator.comparing(Rewarded::day)).forEach(fact -> {
            Period period = rule.containing(fact.day());
            String person = fact.person().hex();
            if (seen.add(period.due() + person)) {
                tally.add(cell(Figure.PERSONS_IN_PERIOD, fact.day()), 1);
            }
            if (seen.add(period.due().getYear() + "|" + person)) {
                tally.add(cell(Figure.PERSONS_IN_YEAR, fact.day()), 1);
            }
        });
        return tally.build();
    }
}
