package io.hazardreport.fund;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Money;
import io.hazardreport.journal.Entry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a budget year's ledger lines come to, source by source, and how they came to it month by month.
 *
 * @param months by source and month, without holes from the first month something was booked to the last; a budget
 *     year's payments may reach into the next calendar year
 */
public record FundStatement(
        @JsonProperty("year") int year,
        @JsonProperty("lines") List<Line> lines,
        @JsonProperty("months") List<FundMonth> months) {

    /**
     * One source. {@code reserved + committed + paid = used}, and {@code used = fromBudget + coordinated}.
     *
     * @param budget the hard limit; null when there is none
     * @param used reserved and not released
     * @param coordinated of that, borne by internal coordination
     */
    public record Line(
            @JsonProperty("source") String source,
            @JsonProperty("budget") @Nullable Money budget,
            @JsonProperty("reserved") Money reserved,
            @JsonProperty("committed") Money committed,
            @JsonProperty("paid") Money paid,
            @JsonProperty("used") Money used,
            @JsonProperty("coordinated") Money coordinated) {

        public Money fromBudget() {
            return used.minus(coordinated);
        }
    }

    public FundStatement {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
    }

    /** @param zone says in which month something was booked */
    public static FundStatement of(int year, List<FundSource> sources, List<Entry> entries, ZoneId zone) {
        Map<UUID, List<Entry>> byAward = new LinkedHashMap<>();
        entries.forEach(entry -> byAward.computeIfAbsent(entry.award(), award -> new ArrayList<>())
                .add(entry));
        Map<String, Money[]> sums = new TreeMap<>();
        sources.forEach(source -> sums.put(source.code(), zeros()));
        byAward.values().forEach(lines -> add(sums, lines));
        List<Line> lines = new ArrayList<>();
        sums.forEach((code, sum) -> lines.add(new Line(
                code,
                sources.stream()
                        .filter(source -> source.code().equals(code))
                        .flatMap(source -> source.yearlyBudget().stream())
                        .findFirst()
                        .orElse(null),
                sum[0],
                sum[1],
                sum[2],
                sum[0].plus(sum[1]).plus(sum[2]),
                sum[3])));
        return new FundStatement(year, lines, FundMonth.of(entries, zone));
    }

    private static Money[] zeros() {
        return new Money[] {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
    }

    private static void add(Map<String, Money[]> sums, List<Entry> lines) {
        long reserved = 0;
        long committed = 0;
        long paid = 0;
        long coordinated = 0;
        for (Entry line : lines) {
            switch (EntryKind.valueOf(line.kind())) {
                case RESERVE -> {
                    reserved += line.fen();
                    coordinated += line.coordinatedFen();
                }
                case COMMIT -> {
                    reserved -= line.fen();
                    committed += line.fen();
                }
                case PAY -> {
                    committed -= line.fen();
                    paid += line.fen();
                }
                case RETURN -> {
                    paid -= line.fen();
                    committed += line.fen();
                }
                case RELEASE -> {
                    long fromCommitted = Math.min(committed, line.fen());
                    committed -= fromCommitted;
                    reserved -= line.fen() - fromCommitted;
                    coordinated -= line.coordinatedFen();
                }
            }
        }
        Money[] sum = sums.computeIfAbsent(lines.get(0).fundSource(), source -> zeros());
        sum[0] = sum[0].plus(Money.ofFen(reserved));
        sum[1] = sum[1].plus(Money.ofFen(committed));
        sum[2] = sum[2].plus(Money.ofFen(paid));
        sum[3] = sum[3].plus(Money.ofFen(coordinated));
    }
}
