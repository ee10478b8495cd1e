package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.Plant;
import io.hazardreport.base.Money;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.Journal;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's own writes and reads, not only those of the journal's contract, on every database. */
class StoredWalkTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void takesAReportFromAWorkersHandToClosedRewardedAndCounted(Databases database) {
        try (HikariDataSource pool = database.pool()) {
            assertThat(walk(new Plant(journal(database, pool)))).isEqualTo(walk(new Plant(new InMemoryJournal())));
        }
    }

    private static List<String> walk(Plant plant) {
        HazardReport report = plant.closed(
                plant.confirmed(plant.submitted(Submission.of("二号泵防护罩松动").withPlace("合成车间"))));
        assertThat(report.state()).isEqualTo(ReportState.CLOSED);
        assertThat(plant.decided(report).explanation().total()).isEqualTo(Money.ofYuan(100));
        Award paid = plant.paid(plant.awards(report).get(0));
        assertThat(paid.state()).isEqualTo(AwardState.PAID);
        List<String> seen = new ArrayList<>();
        plant.reporting
                .timelines()
                .of(Plant.UNIT, report.id(), Plant.WORKER)
                .forEach(entry ->
                        seen.add(entry.text().zh().replace(report.receipt().value(), "…")));
        seen.add(plant.reporting.figures().funds(Plant.UNIT, 2024).lines().toString());
        seen.add(plant.reporting
                .figures()
                .monthlyReturn(Plant.UNIT, YearMonth.parse("2024-09"))
                .toString());
        return seen;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void takesInReportsOfEightThreadsWithoutLosingOne(Databases database) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try (HikariDataSource pool = database.pool()) {
            Plant plant = new Plant(journal(database, pool));
            List<Future<HazardReport>> submitted = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                submitted.add(executor.submit(() -> plant.submitted(Submission.of("灭火器失压"))));
            }
            for (Future<HazardReport> report : submitted) {
                assertThat(report.get().state()).isEqualTo(ReportState.SUBMITTED);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static Journal journal(Databases database, HikariDataSource pool) {
        JdbcSettings settings = Databases.freshSettings();
        JdbcSchema.of(pool, settings).create();
        return JdbcJournal.of(pool, settings);
    }
}
