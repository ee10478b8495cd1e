package io.hazardreport;

import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.time.Duration;
import java.util.List;

/** An award of a real decision, taken to any state of its loop by those whose business it is. */
record AwardsByState(Plant plant, Award award) {

    private static final String EXPIRY = ExampleScheme.json()
            .replace("\"expiry\": false", "\"expiry\": true")
            .replace("\"payment\": \"5 working", "\"claim\": \"30 days forward\", \"payment\": \"5 working");
    private static final String NOTICE =
            ExampleScheme.json().replace("\"publicNotice\": false", "\"publicNotice\": true");

    /** @param notice whether the rule asks for a public notice; else it knows expiry */
    static AwardsByState in(AwardState state, boolean notice) {
        return proposed(notice, Employment.REGULAR).to(state);
    }

    /** The same for a dispatched worker, who is paid through his agency. */
    static AwardsByState dispatchedIn(AwardState state) {
        return proposed(false, Employment.DISPATCHED).to(state);
    }

    private static AwardsByState proposed(boolean notice, Employment employment) {
        Plant plant = new Plant(new InMemoryJournal(), notice ? NOTICE : EXPIRY);
        Standing standing = Standing.of(JobRole.OPERATIVE, employment, "workshop-1");
        Declaration worker = Declaration.named(
                "W100",
                "王小明",
                Confidentiality.RECEIVER_ONLY,
                employment == Employment.DISPATCHED ? standing.withAgency("agency") : standing);
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失"), List.of(worker)));
        plant.decided(report);
        return new AwardsByState(plant, plant.awards(report).get(0));
    }

    private AwardsByState to(AwardState state) {
        return switch (state) {
            case PROPOSED -> this;
            case APPROVED -> does(Plant.SAFETY_HEAD, AwardAct.of(AwardAction.APPROVE));
            case ANNOUNCED -> to(AwardState.APPROVED).does(Plant.ADJUDICATOR, AwardAct.of(AwardAction.ANNOUNCE));
            case PAYABLE -> to(AwardState.APPROVED).does(Plant.ADJUDICATOR, AwardAct.of(AwardAction.MAKE_PAYABLE));
            case PAID -> to(AwardState.PAYABLE).does(Plant.FINANCE, AwardAct.confirmed("voucher-1"));
            case DECLINED -> does(Plant.SAFETY_HEAD, AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
            case WAIVED -> does(Plant.WORKER, AwardAct.of(AwardAction.WAIVE));
            case REVOKED -> does(Plant.PRINCIPAL, AwardAct.because(AwardAction.REVOKE, "ERROR"));
            case EXPIRED ->
                to(AwardState.PAYABLE)
                        .after(Duration.ofDays(60))
                        .does(Plant.ADJUDICATOR, AwardAct.of(AwardAction.EXPIRE));
            case CLAWED_BACK ->
                to(AwardState.PAID)
                        .does(Plant.PRINCIPAL, new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "裁决 ruling-1"));
            case OVERTURNED ->
                to(AwardState.DECLINED)
                        .does(Plant.WORKER, AwardAct.of(AwardAction.APPEAL))
                        .does(Plant.UNION, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        };
    }

    AwardsByState after(Duration time) {
        plant.clock.pass(time);
        return this;
    }

    AwardsByState does(Actor actor, AwardAct act) {
        return new AwardsByState(plant, plant.does(actor, award, act));
    }
}
