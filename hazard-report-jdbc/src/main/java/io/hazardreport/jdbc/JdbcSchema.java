package io.hazardreport.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The journal's tables: makes them and checks them, by the definitions in the jar. */
public final class JdbcSchema {

    /** The definitions' folder: {@code io/hazardreport/jdbc/<dialect>/v1.sql}. */
    public static final int VERSION = 1;

    private final Transactions transactions;
    private final ConnectionSource source;
    private final String prefix;

    private JdbcSchema(ConnectionSource source, JdbcSettings settings) {
        this.transactions = new Transactions(source, settings);
        this.source = source;
        this.prefix = settings.prefix();
    }

    /** @throws StorageException when no dialect is set and the database is unknown or cannot be reached */
    public static JdbcSchema of(DataSource dataSource, JdbcSettings settings) {
        return of(ConnectionSource.owning(dataSource), settings);
    }

    /** @throws StorageException when no dialect is set and the database is unknown or cannot be reached */
    public static JdbcSchema of(ConnectionSource source, JdbcSettings settings) {
        return new JdbcSchema(source, settings);
    }

    /** The statements that make the tables, as they are run: for those who apply them by other means. */
    public List<String> statements() {
        return Arrays.stream(Jdbc.named(prefix, definitions()).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private String definitions() {
        String name = transactions.dialect().folder() + "/v" + VERSION + ".sql";
        try (InputStream definitions = JdbcSchema.class.getResourceAsStream(name)) {
            if (definitions == null) {
                throw new StorageException("the jar has no table definitions " + name);
            }
            return new String(definitions.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the tables that are not there; leaves those that are as they are.
     *
     * @throws IllegalStateException inside a transaction of the host, which some databases would commit
     */
    public void create() {
        transactions.stream(connection -> {
            if (source.joined(connection)) {
                throw new IllegalStateException("tables cannot be made inside a running transaction");
            }
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements()) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        });
    }

    /**
     * Looks for every table and column where the journal's own statements will look for them.
     *
     * @throws StorageException naming all that is missing
     */
    public void check() {
        List<String> missing = new ArrayList<>();
        transactions.stream(connection -> {
            for (Map.Entry<String, Set<String>> table : expected().entrySet()) {
                missing.addAll(missing(connection, table.getKey(), table.getValue()));
            }
        });
        if (!missing.isEmpty()) {
            throw new StorageException("missing in the database, as version " + VERSION + " of the tables has it: "
                    + String.join("; ", missing));
        }
    }

    /** Columns by table, read off the definitions. */
    Map<String, Set<String>> expected() {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        for (String statement : statements()) {
            if (statement.startsWith("create table")) {
                List<String> lines = statement.lines().toList();
                String table = lines.get(0).replaceAll("create table if not exists (\\w+) \\(", "$1");
                tables.put(
                        table,
                        lines.subList(1, lines.size() - 1).stream()
                                .map(line -> line.strip().split(" ", 2)[0])
                                .filter(word -> !word.equals("constraint") && !word.equals("index"))
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        }
        return tables;
    }

    private static List<String> missing(Connection connection, String table, Set<String> columns) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            Set<String> there = names(none.getMetaData());
            return columns.stream()
                    .filter(column -> !there.contains(column))
                    .map(column -> "column " + table + "." + column)
                    .toList();
        } catch (SQLException e) {
            connection.rollback(before);
            return List.of("table " + table + " ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    private static Set<String> names(ResultSetMetaData columns) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
