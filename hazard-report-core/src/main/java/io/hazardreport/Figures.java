package io.hazardreport;

import io.hazardreport.base.PersonKey;
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
import io.hazardreport.statistics.PeriodRule;
import io.hazardreport.statistics.ReturnModel;
import io.hazardreport.statistics.Rewarded;
import io.hazardreport.statistics.Tally;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Scheme scheme = schemes.inForce(unit, core.now());
        PeriodRule rule = scheme.periods();
        return MonthlyReturn.of(unit, rule.period(due), rule, ReturnModel.standard(), tally(unit, scheme));
    }

    /** Everything counted until now. */
    public Tally tally(UnitId unit) {
        return tally(unit, schemes.inForce(unit, core.now()));
    }

    private Tally tally(UnitId unit, Scheme scheme) {
        Counting counting = new Counting(scheme.rules().zone());
        Tally.Builder tally = Tally.builder();
        core.eachStream(
                unit, HazardReport.KIND, Core.ALWAYS, events -> tally.add(counting.of(HazardReport.fold(events))));
        List<Award> awards = new ArrayList<>();
        core.eachStream(unit, Award.KIND, Core.ALWAYS, events -> awards.add(Award.fold(events)));
        awards.forEach(award -> tally.add(counting.of(award)));
        tally.add(counting.hazards(awards));
        tally.add(counting.persons(rewarded(unit, counting, awards), scheme.periods()));
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
