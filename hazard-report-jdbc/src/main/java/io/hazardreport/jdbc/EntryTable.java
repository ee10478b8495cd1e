package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The money ledger; {@code line_no} keeps the order of writing within an award, since instants may be equal. */
final class EntryTable {

    private static final String NEXT_LINE = """
            select coalesce(max(line_no), 0) + 1 as next_line
            from {p}entry
            where unit_id = ? and award_id = ?
            """;

    private static final String INSERT = """
            insert into {p}entry (unit_id, award_id, kind, round_no, line_no, fund_source, budget_year, fen,
                coordinated_fen, booked_at, reference)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            select award_id, kind, round_no, fund_source, budget_year, fen, coordinated_fen, booked_at, reference
            from {p}entry
            """;

    private static final String OF_AWARD = """
            where unit_id = ? and award_id = ?
            order by line_no
            """;

    private static final String OF_YEAR = """
            where unit_id = ? and budget_year = ?
            order by booked_at, award_id, line_no
            """;

    private final String nextLine;
    private final String insert;
    private final String ofAward;
    private final String ofYear;

    EntryTable(String prefix) {
        nextLine = Jdbc.named(prefix, NEXT_LINE);
        insert = Jdbc.named(prefix, INSERT);
        ofAward = Jdbc.named(prefix, SELECT + OF_AWARD);
        ofYear = Jdbc.named(prefix, SELECT + OF_YEAR);
    }

    static String key(Entry entry) {
        return entry.award() + "/" + entry.kind() + "/" + entry.round();
    }

    void insert(Connection connection, UnitId unit, Entry entry) throws SQLException {
        int line = Jdbc.first(
                        connection,
                        nextLine,
                        parameters -> parameters.unit(unit).id(entry.award()),
                        row -> row.getInt("next_line"))
                .orElse(1);
        Jdbc.update(
                connection,
                insert,
                parameters -> parameters
                        .unit(unit)
                        .id(entry.award())
                        .text(entry.kind())
                        .number(entry.round())
                        .number(line)
                        .text(entry.fundSource())
                        .number(entry.year())
                        .number(entry.fen())
                        .number(entry.coordinatedFen())
                        .instant(entry.at())
                        .text(entry.reference()));
    }

    List<Entry> ofAward(Connection connection, UnitId unit, UUID award) throws SQLException {
        return Jdbc.list(
                connection, ofAward, parameters -> parameters.unit(unit).id(award), EntryTable::read);
    }

    List<Entry> ofYear(Connection connection, UnitId unit, int year) throws SQLException {
        return Jdbc.list(connection, ofYear, parameters -> parameters.unit(unit).number(year), EntryTable::read);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                Jdbc.id(row, "award_id"),
                row.getString("kind"),
                row.getInt("round_no"),
                row.getString("fund_source"),
                row.getInt("budget_year"),
                row.getLong("fen"),
                row.getLong("coordinated_fen"),
                Jdbc.instant(row, "booked_at"),
                row.getString("reference"));
    }
}
