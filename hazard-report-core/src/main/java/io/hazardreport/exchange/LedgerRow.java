package io.hazardreport.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One hazard of a ledger, read and typed. What it says of grade, status and handling is the ledger's claim and nothing
 * more. Text that is not there is empty; a code that is not there is {@code null}. Its {@code toString} shows neither
 * text nor persons.
 *
 * @param identity what the row is known by when the same file comes again: {@code id:} and its number, else
 *     {@code sha256:} over date, text, place, category, kind and source (never the persons) and {@code #n} for the n-th
 *     of equal rows; unique within one file
 * @param number the row's number in the file, from 1
 * @param line the line of text on which it begins, from 1
 * @param id the ledger's own number, may be empty
 * @param reportedOn the day, in the ledger's own zone
 * @param timeOfDay where one was written
 * @param reporters in the ledger's order, the first one leading; empty for an anonymous row
 * @param gradeText the grade as written
 * @param statusText the status as written
 * @param others the cells of all columns that were not recognised, by header
 */
public record LedgerRow(
        String identity,
        int number,
        int line,
        String id,
        @Nullable LocalDate reportedOn,
        @Nullable LocalTime timeOfDay,
        String text,
        String suggestion,
        String place,
        @Nullable String category,
        @Nullable String kind,
        @Nullable String source,
        String channel,
        List<LedgerPerson> reporters,
        String department,
        String post,
        @Nullable String jobRole,
        @Nullable String employment,
        String agency,
        @Nullable String confidentiality,
        String gradeText,
        @Nullable String grade,
        String statusText,
        @Nullable String status,
        @Nullable String effort,
        boolean immediateDanger,
        boolean fixedOnSpot,
        String remark,
        Map<String, String> others) {

    public LedgerRow {
        reporters = List.copyOf(reporters);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** When it was reported; {@code assumed} is the time of day where the ledger has none. Empty without a day. */
    public Optional<LocalDateTime> reportedAt(LocalTime assumed) {
        return Optional.ofNullable(reportedOn).map(day -> day.atTime(timeOfDay == null ? assumed : timeOfDay));
    }

    @Override
    public String toString() {
        return "LedgerRow[" + number + ", " + identity + "]";
    }
}
