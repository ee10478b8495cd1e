package io.hazardreport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.reward.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared must do the same work. */
class ContestantsTest {

    @Test
    void allGiveTheSameAmountByTheSameRules() {
        Contestants contestants = new Contestants();
        List<Hazard> hazards = Contestants.hazards();
        assertThat(hazards).hasSize(128);
        for (Hazard hazard : hazards) {
            Answer expected = contestants.byHand(hazard);
            Explanation explanation = contestants.library(Contestants.asCase(hazard));
            assertThat(explanation.total().fen()).isEqualTo(expected.total());
            assertThat(explanation.fired().stream().map(Explanation.Fired::rule))
                    .containsExactlyInAnyOrderElementsOf(expected.fired());
            assertThat(explanation.refused()).hasSize(12 - expected.fired().size());
            assertThat(contestants
                            .library(Contestants.asCaseOfAnother(hazard))
                            .toPayload()
                            .toJson()
                            .replace("\"ordinal\":2", "\"ordinal\":1"))
                    .isEqualTo(explanation.toPayload().toJson());
            assertThat(contestants.drools(hazard).total()).isEqualTo(expected.total());
            assertThat(contestants.drools(hazard).fired()).containsExactlyInAnyOrderElementsOf(expected.fired());
            assertThat(contestants.droolsStateless(hazard).total()).isEqualTo(expected.total());
        }
    }
}
