package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.journal.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a calculation came to, with every rule that fired and every one that refused. */
public record Explanation(
        @JsonProperty("grants") List<Grant> grants,
        @JsonProperty("fired") List<Fired> fired,
        @JsonProperty("refused") List<Refused> refused,
        @JsonProperty("capped") List<Capped> capped,
        @JsonProperty("shut") List<Shut> shut,
        @JsonProperty("manualGroups") List<String> manualGroups) {

    public Explanation {
        grants = List.copyOf(grants);
        fired = List.copyOf(fired);
        refused = List.copyOf(refused);
        capped = List.copyOf(capped);
        shut = List.copyOf(shut);
        manualGroups = List.copyOf(manualGroups);
    }

    /**
     * What one beneficiary is given by one rule, after sharing and caps.
     *
     * @param title an honour's code; empty for cash
     */
    public record Grant(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("rule") String rule,
            @JsonProperty("component") String component,
            @JsonProperty("title") String title,
            @JsonProperty("amount") Money amount) {}

    /** A rule that fired, with its own amount. */
    public record Fired(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("group") String group,
            @JsonProperty("rule") String rule,
            @JsonProperty("amount") Money amount) {}

    /** A rule that did not fire, with the first test that failed. */
    public record Refused(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("group") String group,
            @JsonProperty("rule") String rule,
            @JsonProperty("fact") String fact,
            @JsonProperty("value") String value,
            @JsonProperty("allowed") String allowed) {}

    /** A cap that cut an amount. */
    public record Capped(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("cap") String cap,
            @JsonProperty("before") Money before,
            @JsonProperty("after") Money after) {}

    /** A beneficiary who gets nothing. */
    public record Shut(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("code") String code,
            @JsonProperty("source") String source) {}

    /** All cash of the decision. */
    public Money total() {
        return grants.stream().map(Grant::amount).reduce(Money.ZERO, Money::plus);
    }

    public Payload toPayload() {
        return Payload.builder()
                .putList(
                        "grants",
                        grants,
                        g -> Payload.builder()
                                .put("ordinal", g.ordinal())
                                .put("rule", g.rule())
                                .put("component", g.component())
                                .put("title", g.title())
                                .put("amount", g.amount())
                                .build())
                .putList(
                        "fired",
                        fired,
                        f -> Payload.builder()
                                .put("ordinal", f.ordinal())
                                .put("group", f.group())
                                .put("rule", f.rule())
                                .put("amount", f.amount())
                                .build())
                .putList(
                        "refused",
                        refused,
                        r -> Payload.builder()
                                .put("ordinal", r.ordinal())
                                .put("group", r.group())
                                .put("rule", r.rule())
                                .put("fact", r.fact())
                                .put("value", r.value())
                                .put("allowed", r.allowed())
                                .build())
                .putList(
                        "capped",
                        capped,
                        c -> Payload.builder()
                                .put("ordinal", c.ordinal())
                                .put("cap", c.cap())
                                .put("before", c.before())
                                .put("after", c.after())
                                .build())
                .putList(
                        "shut",
                        shut,
                        s -> Payload.builder()
                                .put("ordinal", s.ordinal())
                                .put("code", s.code())
                                .put("source", s.source())
                                .build())
                .putStrings("manualGroups", manualGroups)
                .build();
    }

    public static Explanation fromPayload(Payload payload) {
        return new Explanation(
                payload.list(
                        "grants",
                        g -> new Grant(
                                (int) g.number("ordinal"),
                                g.string("rule"),
                                g.string("component"),
                                g.string("title"),
                                g.money("amount"))),
                payload.list(
                        "fired",
                        f -> new Fired(
                                (int) f.number("ordinal"), f.string("group"), f.string("rule"), f.money("amount"))),
                payload.list(
                        "refused",
                        r -> new Refused(
                                (int) r.number("ordinal"),
                                r.string("group"),
                                r.string("rule"),
                                r.string("fact"),
                                r.string("value"),
                                r.string("allowed"))),
                payload.list(
                        "capped",
                        c -> new Capped(
                                (int) c.number("ordinal"), c.string("cap"), c.money("before"), c.money("after"))),
                payload.list("shut", s -> new Shut((int) s.number("ordinal"), s.string("code"), s.string("source"))),
                payload.strings("manualGroups"));
    }

    /** Every part as a sentence. */
    public List<Text> lines() {
        List<Text> lines = new ArrayList<>();
        fired.forEach(f -> lines.add(line("fired", f.ordinal(), Map.of("rule", f.rule(), "amount", f.amount() + ""))));
        refused.forEach(r -> lines.add(line(
                "refused",
                r.ordinal(),
                Map.of("rule", r.rule(), "fact", r.fact(), "value", r.value(), "allowed", r.allowed()))));
        capped.forEach(c -> lines.add(line(
                "capped", c.ordinal(), Map.of("cap", c.cap(), "before", c.before() + "", "after", c.after() + ""))));
        shut.forEach(s -> {
            Text reason = Messages.text("worker.reason." + s.code());
            Map<String, String> zh = Map.of("ordinal", s.ordinal() + "", "reason", reason.zh(), "source", s.source());
            Map<String, String> en = Map.of("ordinal", s.ordinal() + "", "reason", reason.en(), "source", s.source());
            lines.add(Text.of(
                    Messages.text("reward.shut", zh).zh(),
                    Messages.text("reward.shut", en).en()));
        });
        manualGroups.forEach(g -> lines.add(Messages.text("reward.manual", Map.of("group", g))));
        grants.forEach(g -> lines.add(line(
                g.component().equals("CASH") ? "grant" : "granted-honour",
                g.ordinal(),
                Map.of("rule", g.rule(), "amount", g.amount() + "", "title", g.title()))));
        return lines;
    }

    private static Text line(String code, int ordinal, Map<String, String> arguments) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put("ordinal", Integer.toString(ordinal));
        return Messages.text("reward." + code, all);
    }
}
