package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hazardreport.report.ReportLoop;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.statistics.FiguresDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages print of the code is what the code says; {@code -Dhazard.write-docs=true} writes it anew. */
class DocumentsTest {

    private static final String REMEDY = "run with -Dhazard.write-docs=true to write it anew";

    private final Documents documents =
            new Documents(Path.of(System.getProperty("hazard.root", "")), Boolean.getBoolean("hazard.write-docs"));

    @BeforeEach
    void findThePages() {
        assumeTrue(
                Files.exists(documents.root().resolve("examples/quickstart")),
                "needs the repository's folder in the system property hazard.root");
    }

    @Test
    void bothLoopsArePrintedAsTheyAre() throws IOException {
        String page = LoopsDocument.markdown();
        assertThat(documents.page("docs/loops.md", page)).as(REMEDY).isEqualTo(page);
    }

    @Test
    void allFiguresArePrintedAsTheyAreCounted() throws IOException {
        String page = FiguresDocument.markdown();
        assertThat(documents.page("docs/figures.md", page)).as(REMEDY).isEqualTo(page);
    }

    @Test
    void theDeadlinesWorkedOutAreTheOnesComputed() throws IOException {
        String examples = DeadlinesDocument.examples();
        assertThat(documents.block("docs/deadlines.md", "examples", examples))
                .as(REMEDY)
                .isEqualTo(examples);
        String limits = DeadlinesDocument.limits();
        assertThat(documents.block("docs/deadlines.md", "limits", limits))
                .as(REMEDY)
                .isEqualTo(limits);
    }

    @Test
    void theDayInThePlantIsToldAsItHappens() throws IOException {
        String page = PlantDayStory.markdown(PlantDayScript.lived());
        assertThat(documents.page("docs/plant-day.md", page)).as(REMEDY).isEqualTo(page);
    }

    @Test
    void theClosedLoopIsExplainedAsItIs() throws IOException {
        String page = "docs/closed-loop.md";
        String states = ClosedLoopDocument.states();
        assertThat(documents.block(page, "states", states)).as(REMEDY).isEqualTo(states);
        String duties = ClosedLoopDocument.duties();
        assertThat(documents.block(page, "duties", duties)).as(REMEDY).isEqualTo(duties);
        String conditions = ClosedLoopDocument.conditions();
        assertThat(documents.block(page, "conditions", conditions)).as(REMEDY).isEqualTo(conditions);
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        assertThat(documents.deadLinks()).isEmpty();
    }

    @Test
    void theReadmeDrawsBothLoopsAsTheyAre() throws IOException {
        String report = Documents.fenced("mermaid", ReportLoop.table().diagram());
        assertThat(documents.block("README.md", "report-loop", report))
                .as(REMEDY)
                .isEqualTo(report);
        String award = Documents.fenced("mermaid", AwardLoop.table().diagram());
        assertThat(documents.block("README.md", "award-loop", award)).as(REMEDY).isEqualTo(award);
    }

    @Test
    void theReadmeQuotesProgramsThatCompile() throws IOException {
        String folder = "examples/quickstart/src/main/java/io/hazardreport/examples/quickstart/";
        String quickstart = Documents.fenced("java", documents.region(folder + "Quickstart.java", "readme"));
        assertThat(documents.block("README.md", "quickstart", quickstart))
                .as(REMEDY)
                .isEqualTo(quickstart);
        String joining = Documents.fenced("java", documents.region(folder + "OneTransaction.java", "readme"));
        assertThat(documents.block("README.md", "one-transaction", joining))
                .as(REMEDY)
                .isEqualTo(joining);
    }

    @Test
    void theTutorialOnRewardRulesGivesWhatItSays() throws IOException {
        String page = "docs/reward-rules.md";
        Documents read = new Documents(documents.root(), false);
        List<String> computed = RewardRulesDocument.answers(
                read.block(page, "tutorial-scheme", ""), read.block(page, "tutorial-cases", ""));
        List<String> claimed = read.block(page, "tutorial-answers", "").lines().toList();
        assertThat(claimed).hasSameSizeAs(computed);
        for (int i = 0; i < claimed.size(); i++) {
            assertThat(claimed.get(i)).startsWith(computed.get(i));
        }
        String facts = RewardRulesDocument.facts();
        assertThat(documents.block(page, "facts", facts)).as(REMEDY).isEqualTo(facts);
    }
}
