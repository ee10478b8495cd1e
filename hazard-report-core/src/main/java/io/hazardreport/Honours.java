package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.recognition.Merit;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.Cap;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.CapScope;
import io.hazardreport.scheme.Scheme;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Year-end honours: who is nominated within the quota, and who is proposed while there are places. */
final class Honours {

    private final Core core;
    private final Schemes schemes;
    private final Awards awards;
    private final Recognition recognition;
    private final PointsLedger ledger;
    private final Bestowing bestowing;

    Honours(Core core, Schemes schemes, Awards awards, Recognition recognition, Bestowing bestowing) {
        this.core = core;
        this.schemes = schemes;
        this.awards = awards;
        this.recognition = recognition;
        this.ledger = new PointsLedger(core, schemes);
        this.bestowing = bestowing;
    }

    List<HonourRule.Nomination> nominations(
            UnitId unit, String honour, int year, List<Employee> people, Set<String> accidents, Actor reader) {
        HonourRule rule = honour(schemes.inForce(unit, core.now()), honour);
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate until = LocalDate.of(year, 12, 31);
        List<Merit> merits = rule.of() == HonourRule.Of.PERSON
                ? recognition.merits(unit, from, until, people, reader)
                : recognition.departments(unit, from, until, reader);
        return rule.nominate(merits, accidents);
    }

    private static HonourRule honour(Scheme scheme, String code) {
        return scheme.honours().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        "recognition.unknown-honour",
                        "honour",
                        code,
                        String.join(
                                ", ",
                                scheme.honours().stream().map(HonourRule::code).toList()))));
    }

    Award honour(UnitId unit, HonourCommand command) {
        Shapes.checked(command);
        if (!command.actor().roles().contains(Role.ADJUDICATOR)) {
            throw new ActionRefusedException(List.of(Problem.of(
                    "recognition.reader-role", "actor", command.actor().roles(), "ADJUDICATOR")));
        }
        return bestowing.once(unit, command.requestId(), writes -> {
            Scheme scheme = schemes.inForce(unit, core.now());
            HonourRule rule = honour(scheme, command.honour());
            List<HonourRule.Nomination> list = nominations(
                    unit, command.honour(), command.year(), command.people(), command.accidents(), command.actor());
            HonourRule.Nomination nomination = list.stream()
                    .filter(each -> each.merit().subject().equals(command.subject()))
                    .filter(each -> each.rank() > 0 && each.standing() != HonourRule.Standing.OUTSIDE_QUOTA)
                    .findFirst()
                    .orElseThrow(() -> new ActionRefusedException(
                            List.of(Problem.of("recognition.not-nominated", "subject", "-", "NOMINATED, TIED"))));
            boolean person = rule.of() == HonourRule.Of.PERSON;
            @Nullable PersonKey key = person ? core.vault().key(unit, PersonId.of(command.subject())) : null;
            int most = rule.quota().placesFor(list.size());
            CapCounter places = counter("quota:" + rule.code(), CapScope.PER_UNIT_YEAR, most, command.year(), "");
            CapCounter honoured = person
                    ? counter("honoured:" + rule.code(), CapScope.PER_PERSON_YEAR, 1, command.year(), "")
                    : counter("honoured:" + rule.code(), CapScope.PER_UNIT_YEAR, 1, command.year(), command.subject());
            // read first: whoever has it already is told so, not that his own honour took the place
            long taken = core.journal().used(unit, places.key(null));
            if (core.journal().used(unit, honoured.key(key)) >= 1) {
                throw new ActionRefusedException(List.of(
                        Problem.of("recognition.honoured-already", "subject", rule.code(), "1 × " + command.year())));
            }
            if (taken >= most) {
                throw new ActionRefusedException(
                        List.of(Problem.of("recognition.places-taken", "honour", rule.code(), "≤ " + most)));
            }
            Award anchor = anchor(unit, key, nomination.merit().department());
            writes.add(new Write.Spend(places.key(null), 1, most));
            writes.add(new Write.Spend(honoured.key(key), 1, 1));
            Bestowing.Given given = new Bestowing.Given(
                    rule.code(),
                    "HONOUR",
                    person ? rule.code() : command.subject(),
                    0,
                    Money.ZERO,
                    List.of(places.toString(), honoured.toString()));
            Acting actor = new Acting(
                    command.actor().person().map(PersonId::value).orElse(Acting.SYSTEM),
                    command.actor().roles(),
                    false);
            return bestowing.propose(
                    new Journaling(unit, command.requestId(), core.now()), scheme, anchor, key, given, actor, writes);
        });
    }

    /** Given back like a cap's when the honour ends otherwise than by being given. */
    private static CapCounter counter(String code, CapScope scope, int most, int year, String value) {
        return new CapCounter(new Cap(code, scope, Cap.COUNT, most, null), Integer.toString(year), value);
    }

    /** The last award a person, or somebody of a department, was given. */
    private Award anchor(UnitId unit, @Nullable PersonKey key, String department) {
        List<Snapshot> rows = key != null ? ledger.rows(unit, key) : ofDepartment(unit, department);
        return rows.stream()
                .filter(row -> row.state().equals(AwardState.PAID.name()))
                .reduce((earlier, later) -> later)
                .flatMap(row -> awards.find(unit, AwardId.of(row.stream().id())))
                .orElseThrow(() -> new ActionRefusedException(
                        List.of(Problem.of("recognition.nothing-given", "subject", "-", "PAID ≥ 1"))));
    }

    private List<Snapshot> ofDepartment(UnitId unit, String department) {
        Set<String> reports = new HashSet<>();
        core.journal()
                .select(
                        unit,
                        HazardReport.KIND,
                        List.of(Condition.equal("department", department)),
                        "id",
                        Integer.MAX_VALUE)
                .forEach(row -> reports.add(row.stream().id().toString()));
        return core.journal().select(unit, Award.KIND, List.of(), "proposed_at", Integer.MAX_VALUE).stream()
                .filter(row -> reports.contains(String.valueOf(row.columns().get("report_id"))))
                .toList();
    }
}
