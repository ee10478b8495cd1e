package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.ActionRefusedException;
import io.hazardreport.MeanwhileJournal;
import io.hazardreport.Plant;
import io.hazardreport.PointsStory;
import io.hazardreport.RedeemCommand;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Points as they are stored: booked once, spent once, and never changed for a day that is over. */
class StoredPointsTest {

    private static final int THREADS = 6;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void booksWhatHappenedAndKeepsWhatEarlierDaysSaid(Databases database) {
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool);
            PointsStory story = new PointsStory(plant);
            Award award = story.earned();
            LocalDate first = story.account().lines().get(0).move().day();
            PointsAccount then = story.account(first);
            plant.clock.pass(Duration.ofDays(1));
            Award redemption = story.redeem(500);
            plant.clock.pass(Duration.ofDays(1));
            plant.does(Plant.PRINCIPAL, award, PointsStory.FRAUD);
            plant.clock.pass(Duration.ofDays(1));
            plant.does(
                    story.approver(redemption),
                    redemption,
                    AwardAct.because(AwardAction.DECLINE, "POINTS_CLAWED_BACK"));
            story.earned();
            assertThat(story.moves())
                    .containsExactly(
                            "EARNED 600 = 600",
                            "REDEEMED 500 = 100",
                            "TAKEN_BACK 600 = -500",
                            "RETURNED 500 = 0",
                            "EARNED 600 = 600");
            assertThat(story.account(first)).isEqualTo(then);
            assertThat(story.account(first.plusDays(2)).balance()).isEqualTo(-500);
            assertThat(story.redeem(500).terms().units()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whateverIsRedeemedAndClawedBackAtOnceNoPointIsSpentTwice(Databases database) throws Exception {
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool);
            PointsStory story = new PointsStory(plant);
            Award award = story.earned();
            story.earned();
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                RedeemCommand command = new RedeemCommand("at-once-" + i, PointsStory.WORKER, 500);
                works.add(() -> redeems(plant, command));
            }
            works.add(() -> {
                plant.does(Plant.PRINCIPAL, award, PointsStory.FRAUD);
                return false;
            });
            long redeemed = atOnce(works).stream().filter(done -> done).count();
            assertThat(redeemed).isBetween(1L, 2L);
            PointsAccount account = story.account();
            assertThat(account.redeemed()).isEqualTo(redeemed * 500);
            assertThat(account.balance()).isEqualTo(600 - redeemed * 500);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ofAnApprovalAndAClawBackAtOnceOnlyTheClawBackPasses(Databases database) {
        try (HikariDataSource pool = database.pool()) {
            JdbcSettings settings = Databases.freshSettings();
            JdbcSchema.of(pool, settings).create();
            MeanwhileJournal journal = new MeanwhileJournal(JdbcJournal.of(pool, settings));
            Plant plant = new Plant(journal, PointsStory.scheme(12));
            PointsStory story = new PointsStory(plant);
            Award earned = story.earned();
            Award redemption = story.redeem(500);
            journal.meanwhile(() -> plant.does(Plant.PRINCIPAL, earned, PointsStory.FRAUD));
            AwardAct approve = AwardAct.of(AwardAction.APPROVE);
            assertThatThrownBy(() -> plant.does(story.approver(redemption), redemption, approve))
                    .isInstanceOf(StaleReportException.class);
            assertThatThrownBy(() -> plant.does(story.approver(redemption), redemption, approve))
                    .hasMessageContaining("award.points-owed");
        }
    }

    private static boolean redeems(Plant plant, RedeemCommand command) {
        while (true) {
            try {
                plant.reporting.recognition().redeem(Plant.UNIT, command);
                return true;
            } catch (ActionRefusedException tooFew) {
                assertThat(tooFew).hasMessageContaining("recognition.too-few-points");
                return false;
            } catch (StaleReportException e) {
                assertThat(e).hasMessageContaining("first");
            }
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(works.size());
        CyclicBarrier start = new CyclicBarrier(works.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Plant plant(Databases database, HikariDataSource pool) {
        JdbcSettings settings = Databases.freshSettings();
        JdbcSchema.of(pool, settings).create();
        return new Plant(JdbcJournal.of(pool, settings), PointsStory.scheme(12));
    }
}
