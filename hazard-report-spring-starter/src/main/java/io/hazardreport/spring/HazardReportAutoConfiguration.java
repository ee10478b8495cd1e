package io.hazardreport.spring;

import io.hazardreport.HazardReporting;
import io.hazardreport.base.IdSource;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.evidence.DirectoryEvidenceStore;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.EvidenceStore;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.KeyService;
import io.hazardreport.jdbc.ConnectionSource;
import io.hazardreport.jdbc.Dialect;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSchema;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One {@link HazardReporting}; every part of it steps back for a bean of the application's own. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnProperty(prefix = "hazard-report", name = "enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(HazardReportProperties.class)
public class HazardReportAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeyService hazardReportKeys(HazardReportProperties properties) {
        String file = properties.keyFile();
        if (file == null || file.isBlank()) {
            throw new InvalidInputException(
                    Problem.of("spring.key-file-missing", "hazard-report.key-file", "-", "/etc/my-app/vault.keys"));
        }
        return FileKeyService.openOrCreate(Path.of(file));
    }

    @Bean
    @ConditionalOnMissingBean
    EvidencePolicy hazardReportEvidencePolicy(HazardReportProperties properties) {
        HazardReportProperties.Evidence evidence = properties.evidence();
        EvidencePolicy policy =
                EvidencePolicy.defaults().withMaxBytes(evidence.maxSize().toBytes());
        @Nullable Set<String> mediaTypes = evidence.mediaTypes();
        return mediaTypes == null ? policy : policy.withMediaTypes(mediaTypes);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(prefix = "hazard-report.evidence", name = "directory")
    EvidenceStore hazardReportEvidence(HazardReportProperties properties, EvidencePolicy policy) {
        String directory = properties.evidence().directory();
        if (directory == null || directory.isBlank()) {
            throw new InvalidInputException(Problem.of(
                    "spring.directory-missing", "hazard-report.evidence.directory", "-", "/var/lib/my-app/evidence"));
        }
        return new DirectoryEvidenceStore(Path.of(directory), policy);
    }

    @Bean
    @ConditionalOnMissingBean
    HazardReporting hazardReporting(
            Journal journal,
            KeyService keys,
            ObjectProvider<Clock> clock,
            ObjectProvider<IdSource> ids,
            ObjectProvider<EvidenceStore> evidence,
            EvidencePolicy policy) {
        HazardReporting reporting = HazardReporting.of(
                journal, keys, clock.getIfUnique(Clock::systemUTC), ids.getIfUnique(IdSource::secure));
        EvidenceStore store = evidence.getIfUnique();
        return store == null ? reporting : reporting.withEvidence(store, policy);
    }

    /** The application's tables, where it has Spring's JDBC support. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.jdbc.datasource.DataSourceUtils")
    static class WithJdbc {

        @Bean
        @ConditionalOnMissingBean
        Journal hazardReportJournal(HazardReportProperties properties, ObjectProvider<DataSource> dataSources) {
            DataSource dataSource = dataSources.getIfUnique();
            if (dataSource == null || properties.store() == HazardReportProperties.Store.MEMORY) {
                return inMemory(properties);
            }
            HazardReportProperties.Jdbc jdbc = properties.jdbc();
            JdbcSettings settings = settings(jdbc);
            ConnectionSource connections = new SpringConnections(dataSource);
            JdbcSchema schema = JdbcSchema.of(dataSource, settings);
            if (jdbc.createSchema()) {
                schema.create();
            }
            if (jdbc.checkSchema()) {
                schema.check();
            }
            return JdbcJournal.of(connections, settings);
        }
    }

    /** Memory, where there is no JDBC support at all. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("org.springframework.jdbc.datasource.DataSourceUtils")
    static class WithoutJdbc {

        @Bean
        @ConditionalOnMissingBean
        Journal hazardReportMemory(HazardReportProperties properties) {
            return inMemory(properties);
        }
    }

    private static Journal inMemory(HazardReportProperties properties) {
        if (properties.store() == HazardReportProperties.Store.JDBC) {
            throw new InvalidInputException(
                    Problem.of("spring.no-data-source", "hazard-report.store", "jdbc", "1 DataSource | auto | memory"));
        }
        return new InMemoryJournal();
    }

    private static JdbcSettings settings(HazardReportProperties.Jdbc jdbc) {
        JdbcSettings settings = JdbcSettings.defaults().withPrefix(jdbc.prefix());
        @Nullable String dialect = jdbc.dialect();
        return dialect == null ? settings : settings.withDialect(Dialect.valueOf(dialect.toUpperCase(Locale.ROOT)));
    }
}
