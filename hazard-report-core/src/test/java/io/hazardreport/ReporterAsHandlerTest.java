package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Problem;
import io.hazardreport.category.Attribute;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reporter goes by a pseudonym in events; where he handles the report himself, he is the same person all the same. */
class ReporterAsHandlerTest {

    private final Plant plant = new Plant();

    @Test
    void whoWasNamedToRectifyNeverRechecksThoughHeIsTheReporter() {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        report = plant.does(Plant.RECTIFIER, report, ReportAct.startFix("W100"));
        report = plant.does(Plant.RECTIFIER, report, ReportAct.complete("已装", Plant.before(), Plant.after()));
        List<Problem> problems = plant.reporting
                .reports()
                .check(
                        Plant.UNIT,
                        plant.command(Actor.person("W100", Role.RECHECKER), report, ReportAct.acceptRecheck()));
        assertThat(problems).extracting(Problem::code).containsExactly("report.RECTIFIER_NEVER_RECHECKS");
    }

    @Test
    void printsNobodysOwnIdBesideHisPseudonym() {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        assertThatThrownBy(() ->
                        plant.does(Actor.person("W100", Role.VERIFIER), report, ReportAct.regrade(Plant.general())))
                .hasMessageContaining(report.reporters().get(0).pseudonym())
                .hasMessageNotContaining("W100");
    }

    @Test
    void keepsTierAndLegalGradeTogether() {
        HazardReport report = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        Assessment apart = Assessment.of(LegalGrade.GENERAL, "MAJOR", "E99", "x");
        assertThat(plant.reporting
                        .reports()
                        .check(Plant.UNIT, plant.command(Plant.VERIFIER, report, ReportAct.confirm(apart))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("report.tier-of-other-grade");
                    assertThat(problem.allowed()).isEqualTo("CONSIDERABLE, GENERAL");
                });
    }

    @Test
    void keepsAttributesBesideTheItemAndRefusesUnknownOnes() {
        HazardReport report = plant.verifying(plant.submitted(Submission.of("吊装无人监护")));
        Map<String, String> attributes =
                Map.of("DANGEROUS_WORK", "LIFTING", "ACTOR", "MANAGER", Attribute.SECOND_ITEM, "P02");
        Assessment known =
                Assessment.of(LegalGrade.GENERAL, "GENERAL", "E99", "x").withAttributes(attributes);
        assertThat(plant.reporting
                        .reports()
                        .check(
                                Plant.UNIT,
                                plant.command(
                                        Plant.VERIFIER,
                                        report,
                                        ReportAct.confirm(known.withAttributes(
                                                Map.of("LIFE_PHASE", "BIRTH", Attribute.SECOND_ITEM, "Z1"))))))
                .extracting(Problem::code, Problem::path)
                .containsExactly(
                        tuple("category.unknown-attribute", "attributes.LIFE_PHASE"),
                        tuple("category.unknown-attribute", "attributes.SECOND_ITEM"));
        plant.does(Plant.VERIFIER, report, ReportAct.confirm(known));
        assertThat(plant.find(report.id()).assessment().orElseThrow().attributes())
                .isEqualTo(attributes);
    }
}
