package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.EventTypes;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What finance is given to pay at once. Its lines are settled when it is gathered; no name and no report is in them, and
 * each award is in one open batch at most.
 *
 * @param number of the same form as a receipt, so that a mistyped one is noticed
 */
public record PaymentBatch(
        @JsonProperty("number") ReceiptNumber number,
        @JsonProperty("gatheredAt") Instant gatheredAt,
        @JsonProperty("lines") List<Line> lines) {

    /** How batches are stored: one stream each, its lines in the first event, each reading of the payees another. */
    public static final StreamKind KIND = new StreamKind(
            "batch",
            "batch",
            List.of(
                    Column.code("batch_no"),
                    Column.instant("gathered_at"),
                    Column.number("line_count"),
                    Column.number("gross_fen")),
            EventTypes.of("GATHERED", "PAYEES_SHOWN"));

    /**
     * One payment.
     *
     * @param number from 1 within the batch
     * @param attempt of the award, from 1
     * @param gross what is given, tax included; {@code gross = tax + net}
     * @param source the fund source that bears it
     * @param coordinated the part of the award that internal coordination bears
     */
    public record Line(
            @JsonProperty("number") int number,
            @JsonProperty("award") AwardId award,
            @JsonProperty("attempt") int attempt,
            @JsonProperty("route") Route route,
            @JsonProperty("component") String component,
            @JsonProperty("gross") Money gross,
            @JsonProperty("tax") Money tax,
            @JsonProperty("net") Money net,
            @JsonProperty("source") String source,
            @JsonProperty("coordinated") Money coordinated) {

        /**
         * What finance transfers: the net amount, and to an agency the whole, which keeps nothing back but the tax it
         * withholds since it pays out.
         */
        public Money transfer() {
            return route == Route.AGENCY ? gross : net;
        }

        private Payload payload() {
            return Payload.builder()
                    .put("number", number)
                    .put("award", award.toString())
                    .put("attempt", attempt)
                    .put("route", route)
                    .put("component", component)
                    .put("gross", gross)
                    .put("tax", tax)
                    .put("net", net)
                    .put("source", source)
                    .put("coordinated", coordinated)
                    .build();
        }

        private static Line from(Payload payload) {
            return new Line(
                    (int) payload.number("number"),
                    AwardId.of(UUID.fromString(payload.required("award"))),
                    (int) payload.number("attempt"),
                    payload.constant("route", Route.class).orElse(Route.DIRECT),
                    payload.required("component"),
                    payload.money("gross"),
                    payload.money("tax"),
                    payload.money("net"),
                    payload.string("source"),
                    payload.money("coordinated"));
        }
    }

    public PaymentBatch {
        lines = List.copyOf(lines);
    }

    /**
     * An award as a line. Only what a person is given in cash is taxed here: a collective shares out later, and of goods
     * nothing can be withheld.
     *
     * @param taxIncluded whether the amount includes tax; else the payer bears it on top
     */
    public static Line line(int number, Award award, PaymentRules rules, boolean taxIncluded) {
        AwardTerms terms = award.terms();
        Money amount = terms.amount();
        PaymentRules.Taxed taxed = terms.component().equals("CASH")
                ? rules.taxed(amount, taxIncluded)
                : new PaymentRules.Taxed(amount, Money.ZERO, amount);
        return new Line(
                number,
                award.id(),
                award.attempt(),
                terms.route(),
                terms.component(),
                taxed.gross(),
                taxed.tax(),
                taxed.net(),
                terms.bearing().source(),
                terms.bearing().coordinated());
    }

    public Money gross() {
        return lines.stream().map(Line::gross).reduce(Money.ZERO, Money::plus);
    }

    public static StreamId stream(ReceiptNumber number) {
        return new StreamId(KIND, UUID.nameUUIDFromBytes(("batch|" + number).getBytes(StandardCharsets.UTF_8)));
    }

    public Payload payload() {
        return Payload.builder()
                .put("number", number.value())
                .putList("lines", lines, Line::payload)
                .build();
    }

    public static PaymentBatch from(Instant gatheredAt, Payload payload) {
        return new PaymentBatch(
                new ReceiptNumber(payload.required("number")), gatheredAt, payload.list("lines", Line::from));
    }
}
