package io.hazardreport;

import io.hazardreport.base.PersonKey;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.statistics.Counting;
import io.hazardreport.statistics.MonthlyReturn;
import io.hazardreport.statistics.Period;
import io.hazardreport.statistics.PeriodRule;
import io.hazardreport.statistics.ReturnModel;
import io.hazardreport.statistics.Rewarded;
import io.hazardreport.statistics.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures a company and an authority can sign, counted from what happened. */
public final class Figures {

    private final Core core;
    private final Schemes schemes;

    Figures(Core core, Schemes schemes) {
        this.core = core;
        this.schemes = schemes;
    }

    /** The return named after {@code due}, with the period rule of the scheme now in force. */
    public MonthlyReturn monthlyReturn(UnitId unit, YearMonth due) {
        PeriodRule rule = schemes.inForce(unit, core.now()).periods();
        return returned(unit, rule.period(due), rule);
    }

    /** The same by whole calendar months, whatever cut-off the scheme has. */
    public MonthlyReturn calendarMonth(UnitId unit, YearMonth month) {
        PeriodRule rule = schemes.inForce(unit, core.now()).periods().ofCalendarMonths();
        return returned(unit, rule.period(month), rule);
    }

    /** The return as it stands at the end of a day (截至), before the period is over. */
    public MonthlyReturn asOf(UnitId unit, LocalDate day) {
        PeriodRule rule = schemes.inForce(unit, core.now()).periods();
        return returned(unit, Period.asOf(day, rule), rule);
    }

    private MonthlyReturn returned(UnitId unit, Period period, PeriodRule rule) {
        Scheme scheme = schemes.inForce(unit, core.now());
        LocalDate dueBy = rule.dueBy(period.due(), scheme.rules().calendar());
        return MonthlyReturn.of(unit, period, rule, dueBy, ReturnModel.standard(), tally(unit, scheme, rule));
    }

    /** Everything counted until now. */
    public Tally tally(UnitId unit) {
        Scheme scheme = schemes.inForce(unit, core.now());
        return tally(unit, scheme, scheme.periods());
    }

    private Tally tally(UnitId unit, Scheme scheme, PeriodRule rule) {
        Counting counting = new Counting(scheme.rules().zone());
        Tally.Builder tally = Tally.builder();
        Set<ReportId> others = new HashSet<>();
        core.eachStream(unit, HazardReport.KIND, Core.ALWAYS, events -> {
            HazardReport report = HazardReport.fold(events);
            tally.add(counting.of(report));
            if (!report.submission().kind().countsAsHazard()) {
                others.add(report.id());
            }
        });
        List<Award> awards = new ArrayList<>();
        core.eachStream(unit, Award.KIND, Core.ALWAYS, events -> awards.add(Award.fold(events)));
        awards.forEach(award -> tally.add(counting.of(award)));
        tally.add(counting.hazards(awards, others));
        tally.add(counting.persons(rewarded(unit, counting, awards), rule));
        return tally.build();
    }

    private List<Rewarded> rewarded(UnitId unit, Counting counting, List<Award> awards) {
        Map<UUID, String> keys = new HashMap<>();
        List<Condition> paid = List.of(Condition.equal("state", AwardState.PAID.name()));
        for (Snapshot row : core.journal().select(unit, Award.KIND, paid, "id", Integer.MAX_VALUE)) {
            @Nullable Object key = row.columns().get("person_key");
            if (key instanceof String hex) {
                keys.put(row.stream().id(), hex);
            }
        }
        return awards.stream()
                .filter(award -> award.terms().amount().isPositive()
                        && keys.containsKey(award.id().value()))
                .map(award -> new Rewarded(
                        new PersonKey(String.valueOf(keys.get(award.id().value()))), counting.paidOn(award)))
                .toList();
    }

    /** What a budget year's ledger comes to. */
    public FundStatement funds(UnitId unit, int year) {
        return FundStatement.of(
                year,
                schemes.sourcesIn(unit, year),
                core.journal().entries(unit, year),
                schemes.inForce(unit, core.now()).rules().zone());
    }
}
