package io.hazardreport.examples.cli;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every column of every row of every table, as text a person could read. */
final class Dump {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Dump() {}

    /** By table. */
    static Map<String, String> of(String url) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                tables.put(name, text(statement, name));
            }
        }
        return tables;
    }

    private static String text(Statement statement, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    text.append(cell(rows, column)).append('\n');
                }
            }
        }
        return ESCAPED.matcher(text).replaceAll(Dump::decoded);
    }

    private static String cell(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        if (type == Types.BLOB || type == Types.BINARY || type == Types.VARBINARY) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null
                    ? ""
                    : new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16);
        }
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private static String decoded(MatchResult escaped) {
        return String.valueOf((char) Integer.parseInt(escaped.group(1), 16))
                .replace("\\", "\\\\")
                .replace("$", "\\$");
    }
}
