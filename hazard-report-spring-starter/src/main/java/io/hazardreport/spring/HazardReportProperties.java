package io.hazardreport.spring;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the library in a Spring Boot application.
 *
 * @param enabled whether there is a HazardReporting bean at all
 * @param store where reports are kept: in the application's DataSource if it has one, always there, or in memory only
 * @param keyFile the vault's key file; made with fresh keys if it is not there. Needed unless there is a KeyService bean
 * @param jdbc how tables are named, made and checked
 * @param evidence where photos and documents are kept, and which
 */
@ConfigurationProperties("hazard-report")
public record HazardReportProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("auto") Store store,
        @Nullable String keyFile,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Evidence evidence) {

    /** Where reports are kept. */
    public enum Store {
        AUTO,
        JDBC,
        MEMORY
    }

    /**
     * Tables.
     *
     * @param dialect h2, postgresql or mariadb; by the database's product name where it is not set
     * @param prefix of all tables
     * @param createSchema whether missing tables are made at start
     * @param checkSchema whether the start fails when tables or columns are missing
     */
    public record Jdbc(
            @Nullable String dialect,
            @DefaultValue("hr_") String prefix,
            @DefaultValue("false") boolean createSchema,
            @DefaultValue("true") boolean checkSchema) {}

    /**
     * Photos and documents.
     *
     * @param directory made if it is not there; without it, and without an EvidenceStore bean, the host keeps the bytes
     *     by itself
     * @param maxSize largest size of one file
     * @param mediaTypes allowed types, decided by content; those phones make where it is not set
     */
    public record Evidence(
            @Nullable String directory,
            @DefaultValue("20MB") DataSize maxSize,
            @Nullable Set<String> mediaTypes) {}
}
