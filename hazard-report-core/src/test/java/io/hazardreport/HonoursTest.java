package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.recognition.HonourRule.Nomination;
import io.hazardreport.recognition.HonourRule.Standing;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Honours of departments, equals across the last place, and several who propose at once. */
class HonoursTest {

    private static final String SCORES =
            ExampleScheme.json().replace("\"then\": { \"cash\": \"100.00\" }", "\"then\": { \"score\": \"1.50\" }");
    private static final List<Employee> PEOPLE =
            List.of(Employee.of("W100", "workshop-1"), Employee.of("W101", "workshop-2"), Employee.of("W102", "d2"));

    private final Plant plant = new Plant(new InMemoryJournal(), SCORES);
    private final Recognition recognition = plant.reporting.recognition();

    private void scores(String person, String department) {
        Declaration reporter = Declaration.named(
                person,
                person,
                Confidentiality.RECEIVER_ONLY,
                io.hazardreport.worker.Standing.of(JobRole.OPERATIVE, Employment.REGULAR, department));
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失"), List.of(reporter)));
        plant.decided(report);
        plant.awards(report).forEach(plant::paid);
    }

    private List<Nomination> list(String honour, String... accidents) {
        return recognition.nominations(Plant.UNIT, honour, 2024, PEOPLE, Set.of(accidents), Plant.ADJUDICATOR);
    }

    private HonourCommand command(String request, String honour, String subject) {
        return new HonourCommand(request, Plant.ADJUDICATOR, honour, 2024, subject, PEOPLE, Set.of());
    }

    private Award honour(String honour, String subject) {
        return recognition.honour(Plant.UNIT, command(plant.newRequest(), honour, subject));
    }

    @Test
    void aDepartmentIsHonouredOnceAYearAndItsPlaceComesBackWithARefusal() {
        scores("W100", "workshop-1");
        scores("W100", "workshop-1");
        scores("W101", "workshop-2");
        assertThat(list("SAFE_TEAM"))
                .extracting(each -> each.merit().subject(), Nomination::rank, Nomination::standing)
                .containsExactly(
                        tuple("workshop-1", 1, Standing.NOMINATED), tuple("workshop-2", 2, Standing.OUTSIDE_QUOTA));
        assertThatThrownBy(() -> honour("SAFE_TEAM", "workshop-2")).hasMessageContaining("recognition.not-nominated");
        Award declined = honour("SAFE_TEAM", "workshop-1");
        plant.does(Plant.SAFETY_HEAD, declined, AwardAct.because(AwardAction.DECLINE, "核对有误"));
        Award honour = honour("SAFE_TEAM", "workshop-1");
        assertThat(honour.terms().title()).isEqualTo("workshop-1");
        assertThat(honour.terms().ordinal()).isZero();
        assertThat(plant.paid(honour).state()).isEqualTo(AwardState.PAID);
        assertThatThrownBy(() -> honour("SAFE_TEAM", "workshop-1"))
                .hasMessageContaining("recognition.honoured-already");
    }

    @Test
    void aDepartmentWithAnAccidentLeavesItsPlaceToTheNext() {
        scores("W100", "workshop-1");
        scores("W100", "workshop-1");
        scores("W101", "workshop-2");
        assertThat(list("SAFE_TEAM", "workshop-1"))
                .extracting(each -> each.merit().subject(), Nomination::standing)
                .containsExactly(tuple("workshop-2", Standing.NOMINATED), tuple("workshop-1", Standing.ACCIDENT));
    }

    @Test
    void ofEqualsForTheLastPlaceTheAdjudicatorChoosesAndTheListSaysSo() {
        scores("W100", "workshop-1");
        scores("W101", "workshop-2");
        assertThat(list("SAFETY_STAR"))
                .extracting(each -> each.merit().subject(), Nomination::rank, Nomination::standing)
                .containsExactly(
                        tuple("W100", 1, Standing.TIED),
                        tuple("W101", 1, Standing.TIED),
                        tuple("W102", 0, Standing.NOTHING_TO_HONOUR));
        assertThat(Standing.TIED.displayName().zh()).isEqualTo("与他人并列而名额不足，由评审人选定");
        assertThat(Standing.TIED.displayName().en()).contains("the adjudicator chooses");
        Award chosen = honour("SAFETY_STAR", "W101");
        assertThat(chosen.state()).isEqualTo(AwardState.PROPOSED);
        assertThatThrownBy(() -> honour("SAFETY_STAR", "W100")).hasMessageContaining("recognition.places-taken");
    }

    @RepeatedTest(10)
    void ofTwoProposedAtOnceForTheLastPlaceOneHasIt() throws Exception {
        scores("W100", "workshop-1");
        scores("W101", "workshop-2");
        assertThat(atOnce("SAFETY_STAR", List.of("W100", "W101", "W100", "W101")))
                .containsOnlyOnce("given")
                .containsAnyOf("recognition.places-taken", "recognition.honoured-already");
    }

    @RepeatedTest(10)
    void ofTwoProposalsAtOnceForOneDepartmentOneIsMade() throws Exception {
        scores("W100", "workshop-1");
        assertThat(atOnce("SAFE_TEAM", List.of("workshop-1", "workshop-1")))
                .containsExactlyInAnyOrder("given", "recognition.honoured-already");
    }

    private List<String> atOnce(String honour, List<String> subjects) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(subjects.size());
        CyclicBarrier start = new CyclicBarrier(subjects.size());
        try {
            List<Callable<String>> tries = new ArrayList<>();
            for (String subject : subjects) {
                HonourCommand command = command("at-once-" + tries.size(), honour, subject);
                tries.add(() -> {
                    start.await();
                    try {
                        recognition.honour(Plant.UNIT, command);
                        return "given";
                    } catch (ActionRefusedException refused) {
                        return refused.problems().get(0).code();
                    }
                });
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(tries)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
