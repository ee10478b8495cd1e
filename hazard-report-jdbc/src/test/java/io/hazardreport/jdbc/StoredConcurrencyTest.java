package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.ActionRefusedException;
import io.hazardreport.Actor;
import io.hazardreport.AwardCommand;
import io.hazardreport.DecideCommand;
import io.hazardreport.Plant;
import io.hazardreport.ReportCommand;
import io.hazardreport.base.Money;
import io.hazardreport.fund.FundSource;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.scheme.ExampleScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight threads on one cap, one budget, one pair of duplicates: right to the fen, every conflict told as one. */
class StoredConcurrencyTest {

    private static final int THREADS = 8;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void paysOnePersonNoMoreThanTheMonthsCapWhateverIsDecidedAtOnce(Databases database) throws Exception {
        String scheme = ExampleScheme.json().replace("\"amount\": \"6000.00\"", "\"amount\": \"250.00\"");
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool, scheme);
            List<HazardReport> reports = confirmed(plant, "W100");
            decideAtOnce(plant, reports);
            Money given = awards(plant, reports).stream()
                    .map(award -> award.terms().amount())
                    .reduce(Money.ZERO, Money::plus);
            assertThat(given).isEqualTo(Money.ofYuan(250));
            assertThat(awards(plant, reports))
                    .filteredOn(award -> award.terms().isRefusal())
                    .hasSize(THREADS - 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void takesNoMoreFromASourceThanItsBudgetAndBooksTheRestAsCoordination(Databases database) throws Exception {
        String scheme = ExampleScheme.json().replace("\"yearlyBudget\": \"20000.00\"", "\"yearlyBudget\": \"350.00\"");
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool, scheme);
            List<HazardReport> reports = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                reports.addAll(confirmed(plant, "W10" + i).subList(0, 1));
            }
            decideAtOnce(plant, reports);
            FundStatement.Line line =
                    plant.reporting.figures().funds(Plant.UNIT, 2024).lines().get(0);
            assertThat(line.used()).isEqualTo(Money.ofYuan(100L * THREADS));
            assertThat(line.fromBudget()).isEqualTo(Money.ofYuan(350));
            assertThat(line.coordinated()).isEqualTo(Money.ofYuan(100L * THREADS - 350));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void letsOneOfManyMarkADuplicateAndTellsTheOthersThatTheyCameLate(Databases database) throws Exception {
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool, ExampleScheme.json());
            HazardReport first = plant.submitted(Submission.of("护栏缺失"));
            HazardReport second = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
            List<Callable<Boolean>> marking = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String request = "mark-" + i;
                marking.add(() -> {
                    try {
                        ReportAct mark = new ReportAct.MarkDuplicate(first.id());
                        plant.reporting
                                .reports()
                                .perform(
                                        Plant.UNIT,
                                        new ReportCommand(second.id(), 1, request, Plant.RECEIVER, mark, null));
                        return true;
                    } catch (StaleReportException e) {
                        return false;
                    }
                });
            }
            assertThat(atOnce(marking)).containsOnlyOnce(true);
            assertThat(plant.find(second.id()).state()).isEqualTo(ReportState.DUPLICATE);
            assertThat(plant.find(first.id()).duplicates()).containsExactly(second.id());
            assertThat(plant.find(first.id()).version()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void decidesApprovesAndPaysAtOnceWithinOnePersonsCapAndOneBudget(Databases database) throws Exception {
        String scheme = ExampleScheme.json()
                .replace("\"amount\": \"6000.00\"", "\"amount\": \"250.00\"")
                .replace("\"yearlyBudget\": \"20000.00\"", "\"yearlyBudget\": \"180.00\"");
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool, scheme);
            List<HazardReport> reports = confirmed(plant, "W100");
            List<Callable<Integer>> working = new ArrayList<>();
            for (HazardReport report : reports) {
                working.add(() -> {
                    decide(plant, report);
                    return pushOn(plant, reports);
                });
            }
            assertThat(atOnce(working).stream().mapToInt(Integer::intValue).sum())
                    .as("each award is approved, made payable and paid once")
                    .isEqualTo(3 * 3);
            FundStatement statement = plant.reporting.figures().funds(Plant.UNIT, 2024);
            FundStatement.Line line = statement.lines().get(0);
            assertThat(line.paid()).isEqualTo(Money.ofYuan(250)).isEqualTo(line.used());
            assertThat(line.fromBudget()).isEqualTo(Money.ofYuan(180));
            assertThat(line.coordinated()).isEqualTo(Money.ofYuan(70));
            assertThat(plant.journal.used(Plant.UNIT, FundSource.counter("SAFETY_EXPENSE", 2024)))
                    .isEqualTo(18_000);
            assertThat(plant.journal.used(Plant.UNIT, FundSource.coordination(2024)))
                    .isEqualTo(7_000);
            for (Award award : awards(plant, reports)) {
                List<String> kinds = plant.reporting.awards().entries(Plant.UNIT, award.id()).stream()
                        .map(Entry::kind)
                        .toList();
                assertThat(kinds)
                        .isEqualTo(award.terms().isRefusal() ? List.of() : List.of("RESERVE", "COMMIT", "PAY"));
            }
        }
    }

    /** Takes every award as far as it goes, beside seven others who do the same; how many steps were this one's. */
    private static int pushOn(Plant plant, List<HazardReport> reports) {
        int steps = 0;
        boolean open = true;
        while (open) {
            open = false;
            for (HazardReport report : reports) {
                for (Award award : plant.awards(report)) {
                    Optional<AwardCommand> next = next(award);
                    open |= next.isPresent();
                    steps += next.isPresent() && isDone(plant, next.get()) ? 1 : 0;
                }
            }
        }
        return steps;
    }

    private static Optional<AwardCommand> next(Award award) {
        if (award.terms().isRefusal()) {
            return Optional.empty();
        }
        return switch (award.state()) {
            case PROPOSED -> command(award, Plant.SAFETY_HEAD, AwardAct.of(AwardAction.APPROVE));
            case APPROVED -> command(award, Plant.ADJUDICATOR, AwardAct.of(AwardAction.MAKE_PAYABLE));
            case PAYABLE -> command(award, Plant.FINANCE, AwardAct.confirmed("voucher"));
            case ANNOUNCED, PAID, DECLINED, WAIVED, EXPIRED, REVOKED, CLAWED_BACK, OVERTURNED -> Optional.empty();
        };
    }

    private static Optional<AwardCommand> command(Award award, Actor actor, AwardAct act) {
        String request =
                award.id() + act.action().name() + Thread.currentThread().getId();
        return Optional.of(new AwardCommand(award.id(), award.version(), request, actor, act, null));
    }

    private static boolean isDone(Plant plant, AwardCommand command) {
        try {
            plant.reporting.awards().perform(Plant.UNIT, command);
            return true;
        } catch (StaleReportException somebodyElseWasFirst) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void listsEachAwardInOneBatchWhoeverGathersAtOnce(Databases database) throws Exception {
        try (HikariDataSource pool = database.pool()) {
            Plant plant = plant(database, pool, ExampleScheme.json());
            List<HazardReport> reports = confirmed(plant, "W100");
            reports.forEach(report -> decide(plant, report));
            awards(plant, reports).forEach(award -> {
                Award approved = plant.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE));
                plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
            });
            List<Callable<Integer>> gathering = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String request = "gather-" + i;
                gathering.add(() -> gathered(plant, request));
            }
            assertThat(atOnce(gathering).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(THREADS);
            assertThat(plant.reporting.payments().batches(Plant.UNIT).stream()
                            .flatMap(batch -> batch.lines().stream())
                            .map(PaymentBatch.Line::award))
                    .doesNotHaveDuplicates()
                    .hasSize(THREADS);
        }
    }

    /** How many lines this one's batch has; begins anew as long as somebody else was first. */
    private static int gathered(Plant plant, String request) {
        while (true) {
            try {
                return plant.reporting
                        .payments()
                        .gather(Plant.UNIT, request, Plant.FINANCE)
                        .lines()
                        .size();
            } catch (ActionRefusedException nothingLeft) {
                assertThat(nothingLeft).hasMessageContaining("payment.nothing-payable");
                return 0;
            } catch (StaleReportException e) {
                assertThat(e).hasMessageContaining("first");
            }
        }
    }

    private static void decideAtOnce(Plant plant, List<HazardReport> reports) throws Exception {
        List<Callable<Boolean>> deciding = new ArrayList<>();
        for (HazardReport report : reports) {
            deciding.add(() -> decide(plant, report));
        }
        atOnce(deciding);
    }

    /** Decides, beginning anew as long as it is told that somebody else was first. */
    private static boolean decide(Plant plant, HazardReport report) {
        String request = "decide-" + report.id();
        while (true) {
            try {
                plant.reporting
                        .awards()
                        .decide(
                                Plant.UNIT,
                                DecideCommand.plain(report.id(), report.version(), request, Plant.ADJUDICATOR));
                return true;
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

    private static List<HazardReport> confirmed(Plant plant, String worker) {
        List<HazardReport> reports = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            reports.add(plant.confirmed(
                    plant.submitted(Submission.of("灭火器失压 " + i), List.of(Plant.worker(worker, "王小明")))));
        }
        return reports;
    }

    private static List<Award> awards(Plant plant, List<HazardReport> reports) {
        return reports.stream().flatMap(report -> plant.awards(report).stream()).toList();
    }

    private static Plant plant(Databases database, HikariDataSource pool, String scheme) {
        JdbcSettings settings = Databases.freshSettings();
        JdbcSchema.of(pool, settings).create();
        return new Plant(JdbcJournal.of(pool, settings), scheme);
    }
}
