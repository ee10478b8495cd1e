package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.UUID;

/** The vault's table: erasable, and the only place with names and words. */
final class SealedTable {

    private static final String EXISTS = """
            select ordinal
            from {p}sealed
            where unit_id = ? and owner_id = ? and kind = ? and ordinal = ?
            """;

    private static final String UPDATE = """
            update {p}sealed
            set person_key = ?, pseudonym = ?, format = ?, key_id = ?, wrapped_key = ?, nonce = ?, ciphertext = ?
            where unit_id = ? and owner_id = ? and kind = ? and ordinal = ?
            """;

    private static final String INSERT = """
            insert into {p}sealed (person_key, pseudonym, format, key_id, wrapped_key, nonce, ciphertext,
                unit_id, owner_id, kind, ordinal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            select owner_id, kind, ordinal, person_key, pseudonym, format, key_id, wrapped_key, nonce, ciphertext
            from {p}sealed
            """;

    private static final String OF_OWNER = """
            where unit_id = ? and owner_id = ?
            order by kind, ordinal
            """;

    private static final String OF_PERSON = """
            where unit_id = ? and kind = ? and person_key = ?
            order by owner_id, ordinal
            """;

    private final String exists;
    private final String update;
    private final String insert;
    private final String ofOwner;
    private final String ofPerson;
    private final Dialect dialect;

    SealedTable(String prefix, Dialect dialect) {
        exists = Jdbc.named(prefix, EXISTS);
        update = Jdbc.named(prefix, UPDATE);
        insert = Jdbc.named(prefix, INSERT);
        ofOwner = Jdbc.named(prefix, SELECT + OF_OWNER);
        ofPerson = Jdbc.named(prefix, SELECT + OF_PERSON);
        this.dialect = dialect;
    }

    /** Looks before it writes, so that new rows of different reports do not lock the same gap in MariaDB. */
    void put(Connection connection, UnitId unit, SealedRow row) throws SQLException {
        boolean there = Jdbc.first(
                        connection, exists, parameters -> key(parameters, unit, row), found -> found.getInt("ordinal"))
                .isPresent();
        try {
            Jdbc.update(connection, there ? update : insert, parameters -> key(content(parameters, row), unit, row));
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                throw new SQLTransactionRollbackException(
                        "somebody else sealed " + row.kind() + " " + row.ordinal() + " of " + row.owner(), "40001", e);
            }
            throw e;
        }
    }

    private static Parameters content(Parameters parameters, SealedRow row) throws SQLException {
        return parameters
                .text(row.personKey())
                .text(row.pseudonym())
                .number(row.format())
                .text(row.keyId())
                .bytes(row.wrappedKey())
                .bytes(row.nonce())
                .bytes(row.ciphertext());
    }

    private static Parameters key(Parameters parameters, UnitId unit, SealedRow row) throws SQLException {
        return parameters.unit(unit).id(row.owner()).text(row.kind().name()).number(row.ordinal());
    }

    List<SealedRow> ofOwner(Connection connection, UnitId unit, UUID owner) throws SQLException {
        return Jdbc.list(
                connection, ofOwner, parameters -> parameters.unit(unit).id(owner), SealedTable::read);
    }

    List<SealedRow> ofPerson(Connection connection, UnitId unit, SealedKind kind, String personKey)
            throws SQLException {
        return Jdbc.list(
                connection,
                ofPerson,
                parameters -> parameters.unit(unit).text(kind.name()).text(personKey),
                SealedTable::read);
    }

    private static SealedRow read(ResultSet row) throws SQLException {
        return new SealedRow(
                Jdbc.id(row, "owner_id"),
                SealedKind.valueOf(row.getString("kind")),
                row.getInt("ordinal"),
                row.getString("person_key"),
                row.getString("pseudonym"),
                row.getInt("format"),
                row.getString("key_id"),
                row.getBytes("wrapped_key"),
                row.getBytes("nonce"),
                row.getBytes("ciphertext"));
    }
}
