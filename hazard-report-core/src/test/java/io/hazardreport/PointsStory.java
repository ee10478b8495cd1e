package io.hazardreport;

import io.hazardreport.loop.Role;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.scheme.ExampleScheme;
import java.time.LocalDate;
import java.util.List;

/** A worker of a {@link Plant} whose rule gives 600 points for a report, to be redeemed in batches of 500. */
public final class PointsStory {

    public static final Actor WORKER = Plant.WORKER;
    public static final AwardAct FRAUD = new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "ruling-1");

    private final Plant plant;

    public PointsStory(Plant plant) {
        this.plant = plant;
    }

    /** @param months after which points lapse */
    public static String scheme(int months) {
        return ExampleScheme.json()
                .replace("\"then\": { \"cash\": \"100.00\" }", "\"then\": { \"points\": 600 }")
                .replace(
                        "\"sharing\":",
                        "\"points\": { \"per\": 500, \"money\": \"100.00\", \"batch\": 500, \"expireMonths\": " + months
                                + " }, \"sharing\":");
    }

    /** An award of 600 points about to be given. */
    public Award payable() {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        plant.decided(report);
        Award award = plant.awards(report).get(0);
        Award approved = plant.does(approver(award), award, AwardAct.of(AwardAction.APPROVE));
        return plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
    }

    /** 600 points given. */
    public Award earned() {
        return plant.does(Plant.FINANCE, payable(), AwardAct.confirmed("list-1"));
    }

    public Actor approver(Award award) {
        return award.terms().approval() == Role.PRINCIPAL ? Plant.PRINCIPAL : Plant.SAFETY_HEAD;
    }

    public Award redeem(long points) {
        return plant.reporting.recognition().redeem(Plant.UNIT, new RedeemCommand(plant.newRequest(), WORKER, points));
    }

    public PointsAccount account() {
        return plant.reporting.recognition().points(Plant.UNIT, WORKER);
    }

    public PointsAccount account(LocalDate day) {
        return plant.reporting.recognition().points(Plant.UNIT, WORKER, day);
    }

    /** Each line in short: kind, points, balance. */
    public List<String> moves() {
        return account().lines().stream()
                .map(line -> line.move().kind() + " " + line.move().points() + " = " + line.balance())
                .toList();
    }
}
