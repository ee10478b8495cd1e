package io.hazardreport.reward;

import io.hazardreport.base.Text;
import java.util.List;

/** One rule: when all its tests hold, its component is given. */
public record Rule(String code, Text name, List<FactTest> when, Component then) {

    public Rule {
        when = List.copyOf(when);
    }
}
