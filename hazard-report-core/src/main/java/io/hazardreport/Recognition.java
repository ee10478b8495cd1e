package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.exchange.Table;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.recognition.Merit;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.recognition.PointsMove;
import io.hazardreport.report.Acting;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.scheme.Scheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counts beside the single award: points and their redemption, merits for appraisal, selection and promotion, honours
 * at the year's end. What is given here is an award like any other and goes the same loop; it is kept under the report
 * that earned the person something last. Safe for use by several threads.
 */
public final class Recognition {

    private static final String RULE = "POINTS_REDEMPTION";

    /** Points that were redeemed, for each person; printed as a cap's counter is, so that a release gives them back. */
    private static final String COUNTER = "points-redeemed|||P";

    private static final Set<Role> READERS =
            EnumSet.of(Role.ADJUDICATOR, Role.PRINCIPAL, Role.UNION, Role.SAFETY_HEAD, Role.FINANCE);

    private final Core core;
    private final Schemes schemes;
    private final Awards awards;
    private final PointsLedger ledger;
    private final Bestowing bestowing;
    private final Honours honours;

    Recognition(Core core, Schemes schemes, Awards awards) {
        this.core = core;
        this.schemes = schemes;
        this.awards = awards;
        this.ledger = new PointsLedger(core, schemes);
        this.bestowing = new Bestowing(core, awards);
        this.honours = new Honours(core, schemes, awards, this, bestowing);
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
        return bestowing.once(unit, command.requestId(), writes -> {
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
            Bestowing.Given given = new Bestowing.Given(
                    RULE, PointsLedger.REDEEMED, "", command.points(), rule.worth(command.points()), List.of(COUNTER));
            Acting self = new Acting(anchor.terms().pseudonym(), Set.of(Role.REPORTER), false);
            return bestowing.propose(
                    new Journaling(unit, command.requestId(), now), scheme, anchor, key, given, self, writes);
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

    /**
     * What these people earned between two days, for appraisal, selection and promotion: that an award counted can be
     * shown. An award counts on the day on which its arrival was put on record; what is clawed back or returned counts
     * against the day of that, so that a span which is over keeps its figures. Whoever is not asked for is not told of;
     * anonymous reports count for nobody.
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
        return new Merits(core, schemes, unit, from, until);
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
        return honours.nominations(unit, honour, year, people, accidents, reader);
    }

    /**
     * Proposes one of the nominated, or one of those tied, as long as there are places; approval is another's.
     *
     * @throws ActionRefusedException when he is not nominated, the places are taken, or he has it already
     */
    public Award honour(UnitId unit, HonourCommand command) {
        return honours.honour(unit, command);
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
