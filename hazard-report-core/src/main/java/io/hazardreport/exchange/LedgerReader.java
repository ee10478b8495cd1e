package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a hazard ledger row by row and guesses nothing silently: each row is taken, taken with remarks, or refused with
 * row, column, value and reason. Changes nothing, so it is its own dry run. Stateless.
 *
 * <p>Refused: a date that cannot be read; a category, kind, source, way of signing, job role or form of employment the
 * vocabulary does not know; an immediate danger that is neither yes nor no; names and staff numbers that do not pair; more
 * cells than headers. Remarked: no text, no date, no category; a status, grade or effort that is not known, and what else
 * a person should look at.
 */
public final class LedgerReader {

    private LedgerReader() {}

    /**
     * All rows of the table.
     *
     * @throws InvalidInputException {@code exchange.no-text-column} when no column describes the hazard
     */
    public static LedgerFile read(Table table, LedgerVocabulary vocabulary) {
        LedgerHeader header = LedgerHeader.of(table);
        List<LedgerEntry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Table.Row row : table.rows()) {
            LedgerRowReader reader = new LedgerRowReader(header, vocabulary, row);
            String key = reader.identityKey();
            int occurrence = seen.merge(key, 1, Integer::sum);
            entries.add(reader.read(identity(key, occurrence), occurrence));
        }
        return new LedgerFile(header, entries, header.unknown());
    }

    /**
     * The problems as a table that can be handed back: row, column, value, allowed and the reason in both languages.
     */
    public static Table problems(LedgerFile file) {
        List<List<String>> rows = new ArrayList<>();
        for (LedgerEntry entry : file.rows()) {
            String outcome = Messages.text(entry.accepted().isPresent() ? "exchange.remarked" : "exchange.refused")
                    .toString();
            for (Problem problem : entry.problems()) {
                rows.add(List.of(
                        String.valueOf(entry.number()),
                        problem.path().substring(problem.path().indexOf('.') + 1),
                        outcome,
                        problem.value(),
                        problem.allowed(),
                        problem.text().zh(),
                        problem.text().en()));
            }
        }
        return Table.of(
                List.of("行号 / row", "列 / column", "处理 / outcome", "值 / value", "允许 / allowed", "原因", "reason"), rows);
    }

    private static String identity(String key, int occurrence) {
        boolean numbered = key.startsWith("id:");
        return numbered && occurrence == 1 ? key : key + "#" + occurrence;
    }
}
