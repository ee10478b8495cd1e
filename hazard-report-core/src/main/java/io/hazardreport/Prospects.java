package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.SuggestionState;
import io.hazardreport.reward.Outlook;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Eligibility;
import io.hazardreport.worker.EligibilityFacts;
import io.hazardreport.worker.Reason;
import io.hazardreport.worker.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a reporter may expect by the company's rule while nothing is decided. */
record Prospects(Scheme scheme) {

    /** What only the check finds out. */
    private static final List<String> FOUND_OUT = List.of("handling", "item", "class", "grade", "tier", "rewardTier");

    /** Empty where no reward is to be expected from this report at all. */
    Optional<Text> of(HazardReport report, Reporter reporter) {
        if (!report.submission().source().countsAsInternalReport()
                && !scheme.schedule().namesSource(report.submission().source().name())) {
            return Optional.empty();
        }
        Optional<Reason> excluded = Eligibility.forReward(eligibility(report, reporter), scheme.eligibility()).stream()
                .filter(reason -> reason.effect() == Treatment.EXCLUDED)
                .findFirst();
        if (excluded.isPresent()) {
            Text why = Messages.text("worker.reason." + excluded.get().code());
            return Optional.of(both("timeline.prospect.none", language -> Map.of("reason", language.apply(why))));
        }
        Map<String, String> known = known(report, reporter);
        List<Outlook.Line> lines = Outlook.of(scheme.schedule(), fact -> known.getOrDefault(fact, ""));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(both(
                        "timeline.prospect",
                        language -> Map.of(
                                "rules",
                                lines.stream()
                                        .map(line -> language.apply(line.rule()) + " " + language.apply(words(line)))
                                        .collect(Collectors.joining("; ")))));
    }

    private static EligibilityFacts eligibility(HazardReport report, Reporter reporter) {
        return new EligibilityFacts(
                reporter.standing(),
                true,
                reporter.confidentiality() != Confidentiality.ANONYMOUS,
                reporter.confirmed(),
                reporter.nameTakenBack(),
                report.duplicateOf().isEmpty(),
                Set.of());
    }

    private Map<String, String> known(HazardReport report, Reporter reporter) {
        LocalDate day = LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
        Map<String, String> known = new HashMap<>(StoredCase.facts(report, day, ""));
        if (report.assessment().isEmpty()) {
            FOUND_OUT.forEach(known::remove);
        } else {
            known.remove("handling");
        }
        if (report.suggestion() == SuggestionState.PROPOSED) {
            known.remove("suggestion");
            known.remove("suggestionAdopted");
        }
        known.putAll(StoredCase.facts(reporter));
        known.put("realName", Boolean.toString(reporter.confidentiality() != Confidentiality.ANONYMOUS));
        return known;
    }

    private static Text words(Outlook.Line line) {
        if (line.title().isPresent()) {
            return line.title().get();
        }
        String least = line.least().map(units -> shown(line.kind(), units)).orElse("");
        String most = line.most().map(units -> shown(line.kind(), units)).orElse("");
        if (least.isEmpty() && most.isEmpty()) {
            return Messages.text("timeline.prospect.calculated");
        }
        String amount = least.equals(most) ? least : least.isEmpty() ? "≤ " + most : range(least, most);
        return Messages.text("timeline.prospect." + line.kind(), Map.of("amount", amount));
    }

    private static String range(String least, String most) {
        return most.isEmpty() ? "≥ " + least : least + "–" + most;
    }

    private static String shown(String kind, long units) {
        return switch (kind) {
            case "POINTS" -> Long.toString(units);
            case "SCORE" -> BigDecimal.valueOf(units, 2).toPlainString();
            default -> Money.ofFen(units).toString();
        };
    }

    private static Text both(String key, Function<Function<Text, String>, Map<String, String>> values) {
        return Text.of(
                Messages.text(key, values.apply(Text::zh)).zh(),
                Messages.text(key, values.apply(Text::en)).en());
    }
}
