package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.exchange.Table;
import io.hazardreport.fund.Bearing;
import io.hazardreport.fund.FundSource;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.recognition.Merit;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.recognition.PointsMove;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Cap;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.CapScope;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.reward.Route;
import io.hazardreport.scheme.Scheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What counts beside the single award: points and their redemption, merits for appraisal, selection and promotion, honours
 * at the year's end. What is given here is an award like any other and goes the same loop; it is kept under the report
 * that earned the person something last. Safe for use by several threads.
 */
public final class Recognition {

    private static final String RULE = "POINTS_REDEMPTION";

    /** Points that were redeemed, for each person; printed as a cap's counter is, so that a release gives them back. */
    private static final String COUNTER = "points-redeemed|||P";

    private static final int TRIES = 20;
    private static final Set<Role> READERS =
            EnumSet.of(Role.ADJUDICATOR, Role.PRINCIPAL, Role.UNION, Role.SAFETY_HEAD, Role.FINANCE);

    private final Core core;
    private final Schemes schemes;
    private final Awards awards;
    private final PointsLedger ledger;

    Recognition(Core core, Schemes schemes, Awards awards) {
        this.core = core;
        this.schemes = schemes;
        this.awards = awards;
        this.ledger = new PointsLedger(core, schemes);
    }

    /**
     * A person's points today: what was earned, taken back, redeemed, returned and lapsed.
     *
     * @param owner the person himself, or an anonymous reporter with his claim code
     * @throws InvalidInputException {@code recognition.no-points-rule}
     */
    public PointsAccount points(UnitId unit, Actor owner) {
        Scheme scheme = schemes.inForce(unit, core.now());
        return points(unit, owner, day(core.now(), scheme));
    }

    /**
     * A person's points as they were at the end of a day, whatever happened since; of a day to come, what will have lapsed
     * by then if nothing more happens.
     *
     * @param owner the person himself, or an anonymous reporter with his claim code
     * @throws InvalidInputException {@code recognition.no-points-rule}
     */
    public PointsAccount points(UnitId unit, Actor owner, LocalDate day) {
        rule(schemes.inForce(unit, core.now()));
        List<PointsMove> moves =
                core.key(unit, owner).map(key -> ledger.moves(unit, key)).orElse(List.of());
        return PointsAccount.of(moves, day);
    }

    private static PointsRule rule(Scheme scheme) {
        return scheme.schedule()
                .points()
                .orElseThrow(() -> new InvalidInputException(
                        Problem.of("recognition.no-points-rule", "reward.points", scheme.version(), "per, money")));
    }

    private static LocalDate day(Instant at, Scheme scheme) {
        return LocalDate.ofInstant(at, scheme.rules().zone());
    }

    /**
     * Redeems points for money: proposes an award that goes through approval and payment. The points are used from now on;
     * if it ends unpaid they are back.
     *
     * @throws ActionRefusedException when there are too few, no whole batch, or it is not the day
     */
    public Award redeem(UnitId unit, RedeemCommand command) {
        Shapes.checked(command);
        return once(unit, command.requestId(), writes -> {
            PersonKey key = core.key(unit, command.owner()).orElseThrow(() -> noPoints(command));
            List<PointsMove> moves = ledger.moves(unit, key);
            Instant now = core.now(); // after reading, so that it is booked behind what it rests on
            Scheme scheme = schemes.inForce(unit, now);
            PointsRule rule = rule(scheme);
            LocalDate today = day(now, scheme);
            PointsAccount account = PointsAccount.of(moves, today);
            List<Problem> problems = problems(command, rule, account, today);
            if (!problems.isEmpty()) {
                throw new ActionRefusedException(problems);
            }
            Award anchor = ledger.rows(unit, key).stream()
                    .filter(row -> PointsLedger.POINTS.equals(row.columns().get("component"))
                            && row.state().equals(AwardState.PAID.name()))
                    .reduce((earlier, later) -> later)
                    .flatMap(row -> awards.find(unit, AwardId.of(row.stream().id())))
                    .orElseThrow(() -> noPoints(command));
            CounterKey counter = CapCounter.key(COUNTER, key);
            // both of one reading: with what others redeem meanwhile the counter is above it
            long ceiling = account.redeemed() + account.redeemable(rule);
            writes.add(new Write.Spend(counter, command.points(), ceiling));
            writes.add(PointsLedger.reading(key, moves, account).unchanged());
            Given given = new Given(
                    RULE, PointsLedger.REDEEMED, "", command.points(), rule.worth(command.points()), List.of(COUNTER));
            Acting self = new Acting(anchor.terms().pseudonym(), Set.of(Role.REPORTER), false);
            return propose(new Journaling(unit, command.requestId(), now), scheme, anchor, key, given, self, writes);
        });
    }

    private static ActionRefusedException noPoints(RedeemCommand command) {
        return new ActionRefusedException(
                List.of(Problem.of("recognition.too-few-points", "points", command.points(), "0")));
    }

    private static List<Problem> problems(
            RedeemCommand command, PointsRule rule, PointsAccount account, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        LocalDate next = rule.redeemableOn(today);
        if (!next.equals(today)) {
            problems.add(Problem.of("recognition.not-the-day", "occurredAt", today, next + ""));
        }
        if (rule.redeemable(command.points()) != command.points()) {
            problems.add(Problem.of("recognition.no-whole-batch", "points", command.points(), rule.batch() + " × n"));
        }
        if (command.points() > account.redeemable(rule)) {
            problems.add(Problem.of(
                    "recognition.too-few-points", "points", command.points(), "≤ " + account.redeemable(rule)));
        }
        return problems;
    }

    /** What is given outside a decision. */
    private record Given(String rule, String component, String title, long units, Money amount, List<String> counted) {}

    private Award propose(
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
    private Award once(UnitId unit, String requestId, Function<List<Write>, Award> attempt) {
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

    /**
     * What these people earned between two days, for appraisal, selection and promotion: that an award counted can be shown
     *. Whoever is not asked for is not told of; anonymous reports count for nobody.
     *
     * @param from first day
     * @param until last day
     * @param reader with a role that appraises
     * @throws ActionRefusedException {@code recognition.reader-role}
     */
    public List<Merit> merits(UnitId unit, LocalDate from, LocalDate until, List<Employee> people, Actor reader) {
        mayRead(reader);
        Merits merits = read(unit, from, until);
        return people.stream()
                .map(each -> merits.of(each.person(), each.department()))
                .toList();
    }

    /** What departments earned between two days, by code. */
    public List<Merit> departments(UnitId unit, LocalDate from, LocalDate until, Actor reader) {
        mayRead(reader);
        return read(unit, from, until).departments();
    }

    private Merits read(UnitId unit, LocalDate from, LocalDate until) {
        return new Merits(
                core,
                unit,
                from,
                until,
                schemes.inForce(unit, core.now()).rules().zone());
    }

    private static void mayRead(Actor reader) {
        if (reader.roles().stream().noneMatch(READERS::contains)) {
            throw new ActionRefusedException(
                    List.of(Problem.of("recognition.reader-role", "reader", reader.roles(), READERS + "")));
        }
    }

    /**
     * How everybody stands to a year-end honour of the scheme: nominated within the quota, tied, or why not.
     *
     * @throws InvalidInputException {@code recognition.unknown-honour}
     */
    public List<HonourRule.Nomination> nominations(
            UnitId unit, String honour, int year, List<Employee> people, Set<String> accidents, Actor reader) {
        HonourRule rule = honour(schemes.inForce(unit, core.now()), honour);
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate until = LocalDate.of(year, 12, 31);
        List<Merit> merits = rule.of() == HonourRule.Of.PERSON
                ? merits(unit, from, until, people, reader)
                : departments(unit, from, until, reader);
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

    /**
     * Proposes one of the nominated, or one of those tied, as long as there are places; approval is another's.
     *
     * @throws ActionRefusedException when he is not nominated, the places are taken, or he has it already
     */
    public Award honour(UnitId unit, HonourCommand command) {
        Shapes.checked(command);
        if (!command.actor().roles().contains(Role.ADJUDICATOR)) {
            throw new ActionRefusedException(List.of(Problem.of(
                    "recognition.reader-role", "actor", command.actor().roles(), "ADJUDICATOR")));
        }
        return once(unit, command.requestId(), writes -> {
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
            Given given = new Given(
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
            return propose(
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

    /** The list as a table to hand on, in both languages. */
    public static Table table(List<Merit> merits) {
        List<String> header = List.of(
                "人员或部门 subject",
                "部门 department",
                "属实报告数 true reports",
                "受奖报告数 rewarded reports",
                "绩效分 score",
                "积分 points",
                "荣誉 honours",
                "奖金（元） money (yuan)");
        return Table.of(
                header,
                merits.stream()
                        .map(merit -> List.of(
                                merit.subject(),
                                merit.department(),
                                Long.toString(merit.trueReports()),
                                Long.toString(merit.rewardedReports()),
                                BigDecimal.valueOf(merit.score(), 2).toPlainString(),
                                Long.toString(merit.points()),
                                Long.toString(merit.honours()),
                                merit.money().toString()))
                        .toList());
    }
}
