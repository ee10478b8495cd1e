package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds what, told by the header texts in Chinese or English.
 *
 * @param texts the headers as they stand in the file
 * @param positions the columns that were recognised, counted from 0
 */
public record LedgerHeader(List<String> texts, Map<LedgerColumn, Integer> positions) {

    private static final int ROWS_TO_SEARCH = 10;
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[{【〔「《<][^)\\]}】〕」》>]*[)\\]}】〕」》>]");
    private static final Pattern DECORATION =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}*＊:_\\-.·,、;'\"“”()\\[\\]{}【】〔〕「」《》<>]+");
    private static final Map<String, LedgerColumn> KNOWN = known();

    public LedgerHeader {
        texts = List.copyOf(texts);
        positions = Map.copyOf(positions);
    }

    /**
     * The header of a table.
     *
     * @throws InvalidInputException {@code exchange.no-text-column} when no column describes the hazard
     */
    public static LedgerHeader of(Table table) {
        LedgerHeader header = recognise(table.header());
        if (!header.positions.containsKey(LedgerColumn.TEXT)) {
            throw new InvalidInputException(Problem.of(
                    "exchange.no-text-column",
                    "row[" + table.header().number() + "]",
                    shortened(String.join(" | ", header.texts)),
                    String.join(", ", LedgerColumn.TEXT.headers())));
        }
        return header;
    }

    /** Where a column is, counted from 0. */
    public OptionalInt position(LedgerColumn column) {
        Integer position = positions.get(column);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** Its header as it stands in the file; its Chinese name where the file has no such column. */
    public String text(LedgerColumn column) {
        Integer position = positions.get(column);
        return position == null
                ? column.displayName().zh()
                : texts.get(position).strip();
    }

    /** The headers that were not recognised, or that name a second time what another column already holds. */
    public List<String> unknown() {
        return unknownPositions().stream()
                .map(position -> texts.get(position).strip())
                .toList();
    }

    List<Integer> unknownPositions() {
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!positions.containsValue(i) && !texts.get(i).isBlank()) {
                unknown.add(i);
            }
        }
        return unknown;
    }

    /** Which of the first rows is the header: the one with the most headers recognised, the first of equals. */
    static int positionIn(List<Table.Row> rows) {
        int best = 0;
        for (int i = 1; i < Math.min(rows.size(), ROWS_TO_SEARCH); i++) {
            if (recognisedIn(rows.get(i)) > recognisedIn(rows.get(best))) {
                best = i;
            }
        }
        return best;
    }

    static int recognisedIn(Table.Row row) {
        return recognise(row).positions.size();
    }

    private static LedgerHeader recognise(Table.Row row) {
        Map<LedgerColumn, Integer> positions = new EnumMap<>(LedgerColumn.class);
        Map<LedgerColumn, Integer> ranks = new EnumMap<>(LedgerColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cells().get(i);
            LedgerColumn column = columnOf(text);
            if (column != null) {
                int rank = rank(column, text);
                if (rank < ranks.getOrDefault(column, Integer.MAX_VALUE)) {
                    ranks.put(column, rank);
                    positions.put(column, i);
                }
            }
        }
        return new LedgerHeader(row.cells(), positions);
    }

    private static @Nullable LedgerColumn columnOf(String header) {
        LedgerColumn whole = KNOWN.get(normalised(header));
        return whole == null ? KNOWN.get(withoutBrackets(header)) : whole;
    }

    private static int rank(LedgerColumn column, String header) {
        List<String> headers =
                column.headers().stream().map(LedgerHeader::normalised).toList();
        int whole = headers.indexOf(normalised(header));
        return whole >= 0 ? whole : headers.indexOf(withoutBrackets(header));
    }

    private static String withoutBrackets(String header) {
        return normalised(IN_BRACKETS
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    private static String normalised(String header) {
        return DECORATION
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, LedgerColumn> known() {
        Map<String, LedgerColumn> known = new HashMap<>();
        for (LedgerColumn column : LedgerColumn.values()) {
            for (String header : column.headers()) {
                LedgerColumn other = known.putIfAbsent(normalised(header), column);
                if (other != null && other != column) {
                    throw new IllegalStateException(header + " names both " + other + " and " + column);
                }
            }
        }
        return known;
    }

    static String shortened(String text) {
        int limit = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), 120));
        return limit < text.length() ? text.substring(0, limit) + "…" : text;
    }
}
