package io.hazardreport.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.HazardReporting;
import io.hazardreport.Schemes;
import io.hazardreport.base.IdSource;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.evidence.DirectoryEvidenceStore;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.EvidenceStore;
import io.hazardreport.exchange.LedgerFile;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.KeyService;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.Journal;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.spring.HazardReportAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = Application.class)
class StarterTest {

    @TempDir
    static Path folder;

    @Autowired
    private HazardReporting reporting;

    @Autowired
    private Patrols patrols;

    @Autowired
    private JdbcTemplate jdbc;

    private long rows(String table, ReportId id) {
        Long count = jdbc.queryForObject(
                "select count(*) from " + table + " where id like ?",
                Long.class,
                "%" + id.toString().substring(0, 20) + "%");
        return count == null ? -1 : count;
    }

    @Test
    void keepsTheHostsRowAndTheReportTogether() {
        ReportId id = ReportId.of(UUID.randomUUID());
        patrols.patrol(id, "护栏缺失", false);
        assertThat(rows("patrol", id)).isEqualTo(1);
        assertThat(rows("hr_report", id)).isEqualTo(1);
        assertThat(reporting.reports().find(Patrols.UNIT, id)).isPresent();
    }

    @Test
    void leavesNothingWhenTheHostRollsBack() {
        ReportId id = ReportId.of(UUID.randomUUID());
        assertThatThrownBy(() -> patrols.patrol(id, "护栏缺失", true)).hasMessage("the host changes its mind");
        assertThat(rows("patrol", id)).isZero();
        assertThat(rows("hr_report", id)).isZero();
        assertThat(reporting.reports().find(Patrols.UNIT, id)).isEmpty();
    }

    @Test
    void aRepeatedSubmissionLeavesTheHostsTransactionUsable() {
        ReportId id = ReportId.of(UUID.randomUUID());
        patrols.patrolTwice(id, "灭火器失压");
        assertThat(rows("patrol", id)).isEqualTo(2);
        assertThat(rows("hr_report", id)).isEqualTo(1);
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(HazardReportAutoConfiguration.class));
    }

    @Test
    void isNotThereWhenItIsSwitchedOff() {
        runner().withPropertyValues("hazard-report.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HazardReporting.class));
    }

    @Test
    void keepsReportsInMemoryWithoutADataSource() {
        runner().withPropertyValues("hazard-report.key-file=" + folder.resolve("memory.keys"))
                .run(context -> {
                    assertThat(context).hasSingleBean(HazardReporting.class);
                    assertThat(context.getBean(Journal.class)).isInstanceOf(InMemoryJournal.class);
                });
    }

    @Test
    void saysWhichSettingIsMissing() {
        runner().run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("hazard-report.key-file")
                .hasStackTraceContaining("保险库需要密钥文件"));
    }

    @Test
    void refusesToKeepReportsInADatabaseThatIsNotThere() {
        runner().withPropertyValues("hazard-report.store=jdbc", "hazard-report.key-file=" + folder.resolve("jdbc.keys"))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("hazard-report.store"));
    }

    @Test
    void stepsBackForAKeyServiceOfTheApplicationsOwn() {
        KeyService own = new Forwarding(FileKeyService.openOrCreate(folder.resolve("own.keys")));
        runner().withBean(KeyService.class, () -> own).run(context -> {
            assertThat(context).hasSingleBean(HazardReporting.class);
            assertThat(context.getBean(KeyService.class)).isSameAs(own);
        });
    }

    @Test
    void keepsReportsInAJournalOfTheApplicationsOwn() {
        Journal own = new InMemoryJournal();
        runner().withPropertyValues("hazard-report.key-file=" + folder.resolve("journal.keys"))
                .withBean(Journal.class, () -> own)
                .run(context -> {
                    context.getBean(HazardReporting.class).schemes().load(Patrols.UNIT, ExampleScheme.json());
                    assertThat(context.getBean(Journal.class)).isSameAs(own);
                    assertThat(own.select(Patrols.UNIT, Schemes.KIND, List.of(), "id", 10))
                            .hasSize(1);
                });
    }

    @Test
    void stepsBackForALibraryTheApplicationBuiltItself() {
        HazardReporting own = HazardReporting.of(
                new InMemoryJournal(), FileKeyService.openOrCreate(folder.resolve("library.keys")), Clock.systemUTC());
        runner().withPropertyValues("hazard-report.key-file=" + folder.resolve("library.keys"))
                .withBean(HazardReporting.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(HazardReporting.class)).isSameAs(own));
    }

    @Test
    void readsTheApplicationsClockAndTakesItsIds() {
        Instant noon = Instant.parse("2024-09-02T04:00:00Z");
        UUID named = UUID.fromString("0191b000-0000-7000-8000-000000000007");
        IdSource ids = new IdSource() {
            @Override
            public UUID next(Instant at) {
                return named;
            }

            @Override
            public byte[] random(int bytes) {
                return new byte[bytes];
            }
        };
        runner().withPropertyValues("hazard-report.key-file=" + folder.resolve("clock.keys"))
                .withBean(Clock.class, () -> Clock.fixed(noon, ZoneOffset.UTC))
                .withBean(IdSource.class, () -> ids)
                .run(context -> {
                    HazardReporting with = context.getBean(HazardReporting.class);
                    with.schemes().load(Patrols.UNIT, ExampleScheme.json());
                    LedgerFile ledger =
                            with.ledgers().read(Patrols.UNIT, "隐患描述,来源\n护栏缺失,班组检查\n".getBytes(StandardCharsets.UTF_8));
                    ReportId taken = with.ledgers()
                            .take(Patrols.UNIT, "own", ledger, done -> {})
                            .reports()
                            .get(0);
                    assertThat(taken.value()).isEqualTo(named);
                    assertThat(with.reports()
                                    .find(Patrols.UNIT, taken)
                                    .orElseThrow()
                                    .submittedAt())
                            .isEqualTo(noon);
                });
    }

    @Test
    void keepsEvidenceInTheDirectoryThatIsSet() {
        Path evidence = folder.resolve("evidence");
        runner().withPropertyValues(
                        "hazard-report.key-file=" + folder.resolve("evidence.keys"),
                        "hazard-report.evidence.directory=" + evidence,
                        "hazard-report.evidence.max-size=3MB",
                        "hazard-report.evidence.media-types=application/pdf")
                .run(context -> {
                    assertThat(evidence).isDirectory();
                    HazardReporting with = context.getBean(HazardReporting.class);
                    assertThat(with.evidence().policy())
                            .isEqualTo(new EvidencePolicy(3 * 1024 * 1024, Set.of("application/pdf")));
                });
    }

    @Test
    void takesAnEvidenceStoreOfTheApplicationsOwnAndNeedsNone() {
        EvidenceStore own = new DirectoryEvidenceStore(folder.resolve("own"), EvidencePolicy.defaults());
        String keys = "hazard-report.key-file=" + folder.resolve("store.keys");
        runner().withPropertyValues(keys, "hazard-report.evidence.directory=" + folder.resolve("unused"))
                .withBean(EvidenceStore.class, () -> own)
                .run(context -> {
                    assertThat(context.getBean(EvidenceStore.class)).isSameAs(own);
                    assertThat(context.getBean(HazardReporting.class).evidence().policy())
                            .isEqualTo(EvidencePolicy.defaults());
                    assertThat(folder.resolve("unused")).doesNotExist();
                });
        runner().withPropertyValues(keys).run(context -> {
            assertThat(context).doesNotHaveBean(EvidenceStore.class);
            assertThatThrownBy(() -> context.getBean(HazardReporting.class).evidence())
                    .hasMessageContaining("evidence.no-store");
        });
        runner().withPropertyValues(keys, "hazard-report.evidence.directory= ")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("证据文件目录"));
    }

    @Test
    void itsSettingsAreDescribedForTheEditor() throws IOException {
        try (InputStream in = HazardReportAutoConfiguration.class.getResourceAsStream(
                "/META-INF/spring-configuration-metadata.json")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "hazard-report.jdbc.create-schema",
                            "hazard-report.enabled",
                            "hazard-report.key-file",
                            "hazard-report.evidence.directory");
        }
    }

    private record Forwarding(KeyService to) implements KeyService {

        @Override
        public WrappedKey wrap(byte[] dataKey) {
            return to.wrap(dataKey);
        }

        @Override
        public byte[] unwrap(String keyId, byte[] wrapped) {
            return to.unwrap(keyId, wrapped);
        }

        @Override
        public byte[] indexKey(UnitId unit) {
            return to.indexKey(unit);
        }
    }
}
