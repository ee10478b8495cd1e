package io.hazardreport.jdbc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the journal uses a database. Immutable.
 *
 * <p>The prefix leads the name of every table, index and constraint: lower-case letters, digits and underscores, from 0 to
 * 20, beginning with a letter; {@value #DEFAULT_PREFIX} unless set.
 */
public final class JdbcSettings {

    public static final String DEFAULT_PREFIX = "hr_";

    private static final JdbcSettings DEFAULTS = new JdbcSettings(null, DEFAULT_PREFIX);

    private final @Nullable Dialect dialect;
    private final String prefix;

    private JdbcSettings(@Nullable Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.prefix = prefix;
    }

    public static JdbcSettings defaults() {
        return DEFAULTS;
    }

    /** Taken as it is; without it the database's product name decides. */
    public JdbcSettings withDialect(Dialect newDialect) {
        return new JdbcSettings(newDialect, prefix);
    }

    /** @throws IllegalArgumentException when the prefix could not be part of a table's name everywhere */
    public JdbcSettings withPrefix(String newPrefix) {
        if (!newPrefix.matches("|[a-z][a-z0-9_]{0,19}")) {
            throw new IllegalArgumentException(
                    "table prefix \"" + newPrefix + "\"; allowed are up to 20 of a-z 0-9 _, beginning with a letter");
        }
        return new JdbcSettings(dialect, newPrefix);
    }

    public Optional<Dialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    public String prefix() {
        return prefix;
    }

    @Override
    public String toString() {
        return "JdbcSettings[dialect=" + (dialect == null ? "by product name" : dialect) + ", prefix=" + prefix + "]";
    }
}
