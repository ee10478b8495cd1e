package io.hazardreport;

import static io.hazardreport.loop.Role.ADJUDICATOR;
import static io.hazardreport.loop.Role.FINANCE;
import static io.hazardreport.loop.Role.PRINCIPAL;
import static io.hazardreport.loop.Role.REPORTER;
import static io.hazardreport.loop.Role.SAFETY_HEAD;
import static io.hazardreport.loop.Role.SYSTEM;
import static io.hazardreport.loop.Role.UNION;
import static io.hazardreport.reward.AwardState.ANNOUNCED;
import static io.hazardreport.reward.AwardState.APPROVED;
import static io.hazardreport.reward.AwardState.CLAWED_BACK;
import static io.hazardreport.reward.AwardState.DECLINED;
import static io.hazardreport.reward.AwardState.EXPIRED;
import static io.hazardreport.reward.AwardState.OVERTURNED;
import static io.hazardreport.reward.AwardState.PAID;
import static io.hazardreport.reward.AwardState.PAYABLE;
import static io.hazardreport.reward.AwardState.PROPOSED;
import static io.hazardreport.reward.AwardState.REVOKED;
import static io.hazardreport.reward.AwardState.WAIVED;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.channel.Absence;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelTest;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.channel.Roster;
import io.hazardreport.channel.Shift;
import io.hazardreport.fund.Bearing;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.Earlier;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.reward.Route;
import io.hazardreport.reward.Sharing;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Circumstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One event of each action on an award, and one of each further form; the decision, the roster and the scheme. */
final class GoldenAwards {

    private static final AwardId AWARD = AwardId.of(UUID.fromString("01923a11-0c5d-7b26-8e40-9f7d5b3a1c22"));

    private static final ReceiptNumber BATCH =
            ReceiptNumber.of(LocalDate.parse("2024-10-08"), new byte[] {5, 4, 3, 2, 1, 0});

    static final AwardTerms CASH = terms("general", "CASH", 1, 25_000, "", Route.AGENCY, 1);

    private final List<GoldenEvent> all = new ArrayList<>();

    private GoldenAwards() {}

    static List<GoldenEvent> all() {
        GoldenAwards awards = new GoldenAwards();
        awards.proposals();
        awards.way();
        awards.ends();
        awards.documents();
        return awards.all;
    }

    private static AwardTerms terms(
            String rule, String component, int ordinal, long units, String title, Route route, int generation) {
        Money amount = component.equals("CASH") || component.equals("COLLECTIVE") ? Money.ofFen(units) : Money.ZERO;
        return new AwardTerms(
                AWARD,
                GoldenReports.REPORT,
                1,
                rule,
                component,
                ordinal,
                ordinal == 0 ? title : "P-3f9k2mq7",
                new Bearing("SAFETY_EXPENSE", amount, amount.isZero() ? Money.ZERO : Money.ofFen(5_000)),
                units,
                title,
                SAFETY_HEAD,
                amount.isZero() ? List.of() : List.of("month|2024-09||P"),
                route,
                generation,
                2024,
                Money.ofYuan(1050));
    }

    private void proposals() {
        propose("", CASH);
        propose("again", terms("general", "CASH", 1, 25_000, "", Route.DIRECT, 2));
        propose("honour", terms("praise", "HONOUR", 2, 0, "PRAISE", Route.DIRECT, 1));
        propose("points", terms("points", "POINTS", 1, 30, "", Route.CUSTODIAN, 1));
        propose("collective", terms("team", "COLLECTIVE", 0, 80_000, "workshop-1", Route.DIRECT, 1));
        propose("refusal", terms("SELF_MADE", AwardTerms.REFUSAL, 1, 0, "SELF_MADE", Route.DIRECT, 1));
    }

    private void way() {
        add(SAFETY_HEAD, PROPOSED, APPROVED, AwardAct.of(AwardAction.APPROVE), owed("RELEASE", ADJUDICATOR));
        add(ADJUDICATOR, APPROVED, ANNOUNCED, AwardAct.of(AwardAction.ANNOUNCE), owed("NOTICE_END", ADJUDICATOR));
        AwardAct objection = AwardAct.because(AwardAction.OBJECT, "NOT_THE_FIRST");
        add(REPORTER, ANNOUNCED, ANNOUNCED, objection, side("OBJECTION_DECISION"));
        AwardAct dismissed = AwardAct.because(AwardAction.DISMISS_OBJECTION, "WAS_THE_FIRST");
        add(UNION, ANNOUNCED, ANNOUNCED, dismissed, List.of(), "OBJECTION_DECISION");
        add(ADJUDICATOR, ANNOUNCED, PAYABLE, AwardAct.of(AwardAction.MAKE_PAYABLE), owed("PAYMENT", FINANCE));
        add(REPORTER, PAYABLE, PAYABLE, new AwardAct(AwardAction.CLAIM, "", "claim-1"), List.of());
        add(FINANCE, PAYABLE, PAYABLE, new AwardAct(AwardAction.HAND_TO_AGENCY, "", "batch-9"), List.of());
        add(FINANCE, PAYABLE, PAYABLE, new AwardAct(AwardAction.ENTER_BATCH, "", BATCH.value()), List.of());
        AwardAct failed = AwardAct.because(AwardAction.PAYMENT_FAILED, "ACCOUNT_CLOSED");
        add(FINANCE, PAYABLE, PAYABLE, failed, owed("PAYMENT", FINANCE));
        add(REPORTER, PAYABLE, PAID, AwardAct.confirmed("voucher-1"), List.of());
        add(SAFETY_HEAD, PROPOSED, PAID, new AwardAct(AwardAction.PAY_ON_SPOT, "", "receipt-4"), List.of());
        AwardAct handed = new AwardAct(AwardAction.HAND_ON_SPOT, "", "receipt-5");
        add(SAFETY_HEAD, PROPOSED, PAYABLE, handed, owed("PAYMENT", FINANCE));
        AwardAct returned = new AwardAct(AwardAction.RETURN_PAYMENT, "ACCOUNT_CLOSED", "bank-3");
        add(FINANCE, PAID, PAYABLE, returned, owed("PAYMENT", FINANCE));
    }

    private void ends() {
        add(SAFETY_HEAD, PROPOSED, DECLINED, AwardAct.because(AwardAction.DECLINE, "NOT_DUE"), List.of());
        add(REPORTER, PAYABLE, WAIVED, AwardAct.of(AwardAction.WAIVE), List.of());
        add(SYSTEM, PAYABLE, EXPIRED, AwardAct.of(AwardAction.EXPIRE), List.of());
        add(PRINCIPAL, APPROVED, REVOKED, AwardAct.because(AwardAction.REVOKE, "ERROR"), List.of());
        AwardAct fraud = new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "ruling-2");
        add(PRINCIPAL, PAID, CLAWED_BACK, fraud, List.of());
        add(REPORTER, DECLINED, DECLINED, AwardAct.of(AwardAction.APPEAL), side("APPEAL_DECISION"));
        AwardAct dismissed = AwardAct.because(AwardAction.DISMISS_APPEAL, "NOT_DUE");
        add(UNION, DECLINED, DECLINED, dismissed, List.of(), "APPEAL_DECISION");
        add(UNION, DECLINED, OVERTURNED, AwardAct.of(AwardAction.UPHOLD_APPEAL), List.of(), "APPEAL_DECISION");
    }

    private void documents() {
        decided("", explanation());
        Explanation manual = new Explanation(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of("extra"), Optional.empty());
        decided("manual", manual);
        Roster roster = new Roster(
                List.of(new Shift(GoldenEvent.AT, hours(12), Role.DUTY_HEAD, PersonId.of("D001"), "白班")),
                List.of(
                        new Absence(
                                GoldenEvent.AT,
                                hours(240),
                                PersonId.of("S001"),
                                Optional.of(PersonId.of("S003")),
                                false),
                        new Absence(hours(100), hours(240), PersonId.of("S002"), Optional.empty(), true)));
        loaded(Rosters.KIND, roster.payload());
        Instant from = Instant.parse("2024-09-27T01:23:47.901Z");
        loaded(Schemes.KIND, new Schemes.Loading("2024-1", from, ExampleScheme.json()).payload());
        ChannelTest test = new ChannelTest(
                "safety",
                new Channel(ChannelType.PHONE, "0512-0000000"),
                LocalDate.parse("2024-09-26"),
                true,
                PersonId.of("S001"));
        stored(PaymentBatch.KIND, "GATHERED", "F001", FINANCE, "GATHERED", batch().payload());
        stored(PaymentBatch.KIND, "PAYEES_SHOWN", "F001", FINANCE, "GATHERED", Payload.EMPTY);
        stored(ChannelTests.KIND, "TESTED", "S001", Role.RECEIVER, "ON_RECORD", test.payload());
    }

    static Explanation explanation() {
        return new Explanation(
                List.of(
                        new Explanation.Grant(1, "general", "CASH", "", Money.ofFen(25_000), 25_000),
                        new Explanation.Grant(2, "praise", "HONOUR", "PRAISE", Money.ZERO, 0)),
                List.of(
                        new Explanation.Fired(1, "report", "general", "CASH", "", 30_000, "300.00"),
                        new Explanation.Fired(2, "extra", "praise", "HONOUR", "PRAISE", 0, "PRAISE")),
                List.of(new Explanation.Refused(1, "report", "major", "tier", "GENERAL", "MAJOR")),
                List.of(new Explanation.Capped(1, "month", "CASH", 30_000, 25_000)),
                List.of(new Explanation.Shut(3, "SELF_MADE", "工作方案（2024，街道） 二（一）")),
                List.of(new Explanation.Joint(1, Sharing.EQUAL_SPLIT, List.of(1, 2))),
                List.of("extra"),
                Optional.of(true));
    }

    static RewardCase theCase() {
        Beneficiary reporter = new Beneficiary(
                1,
                1,
                GoldenEvent.AT,
                true,
                Map.of("employment", "REGULAR"),
                Set.of(Circumstance.OWN_DUTY),
                List.of(new Beneficiary.Reason("SELF_MADE", "工作方案（2024，街道） 二（一）")),
                Map.of("month", 10_000L));
        return new RewardCase(
                Map.of("tier", "GENERAL"),
                List.of(reporter),
                Map.of("considerable", 30_000L),
                Map.of("extra", "制度第 7 条"),
                Set.of(ADJUDICATOR),
                Map.of(1, 10_000),
                Map.of("year", 500_000L),
                List.of(new Earlier(1, "general", "HONOUR", "PRAISE", 0, Earlier.Origin.RELATED)));
    }

    static PaymentBatch batch() {
        PaymentBatch.Line line = new PaymentBatch.Line(
                1,
                AWARD,
                2,
                Route.AGENCY,
                "CASH",
                Money.ofYuan(250),
                Money.ofYuan(25),
                Money.ofYuan(225),
                "SAFETY_EXPENSE",
                Money.ofYuan(50));
        return new PaymentBatch(BATCH, GoldenEvent.AT, List.of(line));
    }

    private static Instant hours(int count) {
        return GoldenEvent.AT.plus(Duration.ofHours(count));
    }

    private static List<Obligation> owed(String code, Role owner) {
        return List.of(GoldenReports.owed(code, owner, "", true));
    }

    private static List<Obligation> side(String code) {
        return List.of(GoldenReports.owed(code, UNION, "", false));
    }

    private void propose(String variant, AwardTerms terms) {
        add(
                variant,
                terms,
                ADJUDICATOR,
                PROPOSED,
                PROPOSED,
                AwardAct.of(AwardAction.PROPOSE),
                owed("APPROVAL", PRINCIPAL));
    }

    private void add(
            Role role, AwardState from, AwardState to, AwardAct act, List<Obligation> opens, String... closes) {
        add("", CASH, role, from, to, act, opens, closes);
    }

    private void add(
            String variant,
            AwardTerms terms,
            Role role,
            AwardState from,
            AwardState to,
            AwardAct act,
            List<Obligation> opens,
            String... closes) {
        String actor = GoldenReports.actor(role);
        AwardEvent event = new AwardEvent(act, actor, role, GoldenEvent.AT, "2024-1", from, to, opens, List.of(closes));
        all.add(GoldenEvent.of(
                new StreamId(Award.KIND, AWARD.value()),
                act.action() == AwardAction.PROPOSE ? 1 : 4,
                act.action().name(),
                variant,
                actor,
                role,
                from.name(),
                to.name(),
                event.payload(terms)));
    }

    private void decided(String variant, Explanation explanation) {
        RewardDecision decision =
                new RewardDecision(GoldenReports.REPORT, 1, "2024-1", SAFETY_HEAD, explanation, theCase());
        StreamId stream = new StreamId(RewardDecision.KIND, GoldenReports.REPORT.value());
        all.add(GoldenEvent.of(
                stream, 1, "DECIDED", variant, "A001", ADJUDICATOR, "DECIDED", "DECIDED", decision.payload()));
    }

    private void loaded(StreamKind kind, Payload payload) {
        stored(kind, "LOADED", "system", SYSTEM, "IN_FORCE", payload);
    }

    private void stored(StreamKind kind, String type, String actor, Role role, String state, Payload payload) {
        StreamId stream = new StreamId(kind, UUID.fromString("5f2c7a10-3b4d-3e6f-8a9b-0c1d2e3f4a5b"));
        all.add(GoldenEvent.of(stream, 1, type, "", actor, role, state, state, payload));
    }
}
