package io.hazardreport.fund;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.journal.Entry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one source owed at the beginning and at the end of a month, and what moved it: {@code closing = opening + reserved -
 * paid + returned - released}. A month's closing is the next one's opening, and the months sum to the year.
 *
 * @param opening set aside or promised and not paid
 * @param committed of what was set aside, promised in this month; it moves nothing in or out
 * @param coordinated what internal coordination took over in this month, less what it was given back
 */
public record FundMonth(
        @JsonProperty("source") String source,
        @JsonProperty("month") YearMonth month,
        @JsonProperty("opening") Money opening,
        @JsonProperty("reserved") Money reserved,
        @JsonProperty("committed") Money committed,
        @JsonProperty("paid") Money paid,
        @JsonProperty("returned") Money returned,
        @JsonProperty("released") Money released,
        @JsonProperty("closing") Money closing,
        @JsonProperty("coordinated") Money coordinated) {

    private static final List<String> COLUMNS = List.of(
            "source",
            "month",
            "opening",
            "reserved",
            "committed",
            "paid",
            "returned",
            "released",
            "closing",
            "coordinated");

    /** What the columns are called, in the order of this record's components. */
    public static List<Text> columns() {
        return COLUMNS.stream()
                .map(column -> Messages.text("fund.column." + column))
                .toList();
    }

    static List<FundMonth> of(List<Entry> entries, ZoneId zone) {
        Map<String, TreeMap<YearMonth, List<Entry>>> booked = new TreeMap<>();
        for (Entry entry : entries) {
            booked.computeIfAbsent(entry.fundSource(), source -> new TreeMap<>())
                    .computeIfAbsent(YearMonth.from(LocalDate.ofInstant(entry.at(), zone)), month -> new ArrayList<>())
                    .add(entry);
        }
        List<FundMonth> months = new ArrayList<>();
        booked.forEach((source, byMonth) -> {
            Money opening = Money.ZERO;
            for (YearMonth month = byMonth.firstKey(); !month.isAfter(byMonth.lastKey()); month = month.plusMonths(1)) {
                FundMonth next = of(source, month, opening, byMonth.getOrDefault(month, List.of()));
                months.add(next);
                opening = next.closing();
            }
        });
        return months;
    }

    private static FundMonth of(String source, YearMonth month, Money opening, List<Entry> entries) {
        Money reserved = sum(entries, EntryKind.RESERVE);
        Money paid = sum(entries, EntryKind.PAY);
        Money returned = sum(entries, EntryKind.RETURN);
        Money released = sum(entries, EntryKind.RELEASE);
        long coordinated = 0;
        for (Entry entry : entries) {
            coordinated += switch (EntryKind.valueOf(entry.kind())) {
                case RESERVE -> entry.coordinatedFen();
                case RELEASE -> -entry.coordinatedFen();
                case COMMIT, PAY, RETURN -> 0;
            };
        }
        return new FundMonth(
                source,
                month,
                opening,
                reserved,
                sum(entries, EntryKind.COMMIT),
                paid,
                returned,
                released,
                opening.plus(reserved).minus(paid).plus(returned).minus(released),
                Money.ofFen(coordinated));
    }

    private static Money sum(List<Entry> entries, EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind.name()))
                .map(entry -> Money.ofFen(entry.fen()))
                .reduce(Money.ZERO, Money::plus);
    }
}
