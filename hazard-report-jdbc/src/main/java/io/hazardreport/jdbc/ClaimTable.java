package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The table of keys that nobody in a unit may take twice. */
final class ClaimTable {

    private static final String INSERT = """
            insert into {p}claim (unit_id, claim_key, stream_id, version)
            values (?, ?, ?, ?)
            """;

    private static final String SELECT = """
            select stream_id, version
            from {p}claim
            where unit_id = ? and claim_key = ?
            """;

    private final String insert;
    private final String select;

    ClaimTable(String prefix) {
        insert = Jdbc.named(prefix, INSERT);
        select = Jdbc.named(prefix, SELECT);
    }

    void insert(Connection connection, UnitId unit, Write.Claim claim) throws SQLException {
        Jdbc.update(
                connection,
                insert,
                parameters -> parameters
                        .unit(unit)
                        .text(claim.uniqueKey())
                        .id(claim.stream())
                        .number(claim.version()));
    }

    Optional<Write.Claim> find(Connection connection, UnitId unit, String uniqueKey) throws SQLException {
        return Jdbc.first(
                connection,
                select,
                parameters -> parameters.unit(unit).text(uniqueKey),
                row -> new Write.Claim(uniqueKey, Jdbc.id(row, "stream_id"), row.getLong("version")));
    }
}
