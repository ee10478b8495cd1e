package io.hazardreport.category;

import io.hazardreport.base.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which items in which industry may be major hazards under a judgement standard (判定标准, 安全生产法 118): a suspicion that
 * brings interim duties at once, not a judgement. A small table; a scheme adds rows of its own field.
 */
public final class MajorHazardTable {

    /**
     * One row.
     *
     * @param industry a regulated field (监管行业领域)
     * @param certainty {@code read} where the standard was read for this item, {@code scheme} where a company added it, else
     *     {@code reading of ours}
     */
    public record Row(String item, String industry, Source standard, String certainty) {}

    private static final MajorHazardTable STANDARD = new MajorHazardTable(Rows.of("suspected-major.csv").stream()
            .map(cells -> new Row(cells[0], cells[1], new Source(cells[2], cells[3], cells[4]), cells[5]))
            .toList());

    private static final List<String> INDUSTRIES =
            Rows.of("industries.csv").stream().map(cells -> cells[0]).toList();

    private final List<Row> rows;

    public MajorHazardTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    public static MajorHazardTable standard() {
        return STANDARD;
    }

    /** The standard under which this item may be major in this industry, if it was in force on that day. */
    public Optional<Source> suspects(String item, String industry, LocalDate on) {
        return rows.stream()
                .filter(row -> row.item().equals(item) && row.industry().equals(industry))
                .map(Row::standard)
                .filter(standard -> standard.inForceFrom().isEmpty()
                        || !LocalDate.parse(standard.inForceFrom()).isAfter(on))
                .findFirst();
    }

    /** With more rows, asked for before the others. */
    public MajorHazardTable with(List<Row> more) {
        List<Row> all = new ArrayList<>(more);
        all.addAll(rows);
        return new MajorHazardTable(all);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The codes of the regulated fields. */
    public static List<String> industries() {
        return INDUSTRIES;
    }
}
