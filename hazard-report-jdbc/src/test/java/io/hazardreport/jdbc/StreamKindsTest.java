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
import io.hazardreport.reward.PaymentBatch;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of snapshots against what the kinds of streams declare. */
class StreamKindsTest {

    private static final List<String> COMMON = List.of("unit_id", "id", "version", "head_hash", "state", "body");

    static Stream<Arguments> everyKindInEveryDialect() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> Stream.of(
                                HazardReport.KIND,
                                Award.KIND,
                                RewardDecision.KIND,
                                PaymentBatch.KIND,
                                Schemes.KIND,
                                Rosters.KIND,
                                ChannelTests.KIND)
                        .map(kind -> Arguments.of(dialect, kind)));
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

    /** Column definitions by name. */
    private static Map<String, String> definitions(Dialect dialect, StreamKind kind) {
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
        String table = JdbcSchema.of(none, JdbcSettings.defaults().withDialect(dialect)).statements().stream()
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
