package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.ChannelTests;
import io.hazardreport.RewardDecision;
import io.hazardreport.Rosters;
import io.hazardreport.Schemes;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of snapshots against what the kinds of streams declare. */
class StreamKindsTest {

    private static final List<String> COMMON = List.of("unit_id", "id", "version", "head_hash", "state", "body");

    static Stream<Arguments> everyKindInEveryDialect() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> kinds().stream().map(kind -> Arguments.of(dialect, kind)));
    }

    /** Whatever class of the core declares one. */
    private static Set<StreamKind> kinds() {
        Path place = Path.of(URI.create(HazardReport.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try {
            if (Files.isDirectory(place)) {
                return declared(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return declared(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<StreamKind> declared(Path classes) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith("io") && name.endsWith(".class"))
                    // whose fields may be of an optional library's types; it keeps no stream
                    .filter(name -> !name.contains("exchange"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .sorted()
                    .toList();
        }
        Set<StreamKind> kinds = new LinkedHashSet<>();
        try {
            for (String name : names) {
                Class<?> type = Class.forName(name, false, HazardReport.class.getClassLoader());
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == StreamKind.class && Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        kinds.add((StreamKind) field.get(null));
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return kinds;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyKindHasItsTableAndEveryTableOfSnapshotsItsKind(Dialect dialect) {
        Pattern named = Pattern.compile("create table if not exists hr_(\\w+) ");
        List<String> tables = statements(dialect).stream()
                .filter(statement -> statement.contains(" head_hash "))
                .flatMap(statement -> named.matcher(statement).results())
                .map(table -> table.group(1))
                .toList();

        assertThat(kinds().stream().map(StreamKind::table)).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(kinds())
                .contains(
                        HazardReport.KIND,
                        Award.KIND,
                        RewardDecision.KIND,
                        Schemes.KIND,
                        Rosters.KIND,
                        ChannelTests.KIND);
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryDialect")
    void haveTheColumnsOfTheirKindAndNoOthers(Dialect dialect, StreamKind kind) {
        List<String> expected = new ArrayList<>(COMMON);
        kind.columns().forEach(column -> expected.add(column.name()));

        assertThat(definitions(dialect, kind).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryDialect")
    void giveEachColumnTheTypeOfItsKind(Dialect dialect, StreamKind kind) {
        Map<String, String> definitions = definitions(dialect, kind);

        for (Column column : kind.columns()) {
            assertThat(definitions.get(column.name()))
                    .as(column.name())
                    .startsWith(
                            switch (column.type()) {
                                case CODE -> "varchar(";
                                case INSTANT -> dialect == Dialect.MARIADB ? "datetime(3)" : "timestamp(3)";
                                case NUMBER -> "bigint";
                                case FLAG -> "boolean";
                            })
                    .doesNotContain("not null");
        }
    }

    private static List<String> statements(Dialect dialect) {
        ConnectionSource none = new ConnectionSource() {
            @Override
            public Connection connection() {
                throw new IllegalStateException("no database needed");
            }

            @Override
            public void release(Connection connection) {}

            @Override
            public boolean joined(Connection connection) {
                return false;
            }
        };
        return JdbcSchema.of(none, JdbcSettings.defaults().withDialect(dialect)).statements();
    }

    /** Column definitions by name. */
    private static Map<String, String> definitions(Dialect dialect, StreamKind kind) {
        String table = statements(dialect).stream()
                .filter(statement -> statement.startsWith("create table if not exists hr_" + kind.table() + " ("))
                .findFirst()
                .orElseThrow();
        return table.lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.strip().split(" ", 2))
                .filter(parts -> !parts[0].equals("constraint") && !parts[0].equals("index"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
