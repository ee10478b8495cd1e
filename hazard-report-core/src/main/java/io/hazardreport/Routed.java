package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import io.hazardreport.channel.Desk;
import io.hazardreport.scheme.Scheme;
import java.util.Map;
import java.util.Optional;

/**
 * Where a report would go, told before it is sent.
 *
 * @param desk empty when no independent person is left in the unit
 * @param authorityLine where to turn outside
 * @param parentLine where to turn in the parent company, if there is one
 */
public record Routed(Optional<Desk> desk, Text authorityLine, Optional<Text> parentLine) {

    static Routed of(Optional<Desk> desk, Scheme scheme) {
        return new Routed(desk, scheme.authorityLine(), scheme.parentLine());
    }

    /** The sentence the reporter reads before sending. */
    public Text text() {
        return desk.map(to -> said("channel.routed", "desk", to.name()))
                .orElseGet(() -> said(
                        "channel.routed-outside",
                        "lines",
                        parentLine
                                .map(parent -> Text.of(
                                        parent.zh() + "；" + authorityLine.zh(),
                                        parent.en() + "; " + authorityLine.en()))
                                .orElse(authorityLine)));
    }

    private static Text said(String code, String name, Text value) {
        return Text.of(
                Messages.text(code, Map.of(name, value.zh())).zh(),
                Messages.text(code, Map.of(name, value.en())).en());
    }
}
