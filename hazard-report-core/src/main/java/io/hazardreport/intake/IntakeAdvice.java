package io.hazardreport.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to tell a reporter about his text, at once. It advises; whatever it says, the report is taken in as it is.
 *
 * @param verdict whether somebody who was not there could act on the text
 * @param reasons what is missing, the most telling first; empty when nothing is
 */
public record IntakeAdvice(
        @JsonProperty("verdict") Verdict verdict,
        @JsonProperty("reasons") List<IntakeReason> reasons) {

    private static final int ENGLISH_WORDS = 3;

    public IntakeAdvice {
        reasons = List.copyOf(reasons);
    }

    /** Advice on the words alone. */
    public static IntakeAdvice of(String text) {
        return of(text, "");
    }

    /** @param checklistItem the item of a checklist the text answers; empty when there is none */
    public static IntakeAdvice of(String text, String checklistItem) {
        IntakeText looked = IntakeText.of(text);
        if (looked.core().isEmpty()) {
            return new IntakeAdvice(Verdict.INSUFFICIENT, List.of(IntakeReason.EMPTY));
        }
        if (!looked.isChinese()) {
            return words(text) >= ENGLISH_WORDS
                    ? new IntakeAdvice(Verdict.OK, List.of())
                    : new IntakeAdvice(Verdict.INSUFFICIENT, List.of(IntakeReason.TOO_GENERAL));
        }
        boolean echo = IntakeText.of(checklistItem).core().contains(looked.core());
        if (!echo && !IntakeModel.shipped().saysTooLittle(looked)) {
            return new IntakeAdvice(Verdict.OK, List.of());
        }
        return new IntakeAdvice(Verdict.INSUFFICIENT, reasons(looked, echo));
    }

    /** The same, where something is told elsewhere; with nothing else missing the text will do. */
    public IntakeAdvice without(IntakeReason told) {
        if (!reasons.contains(told)) {
            return this;
        }
        List<IntakeReason> left =
                reasons.stream().filter(reason -> reason != told).toList();
        return new IntakeAdvice(left.isEmpty() ? Verdict.OK : verdict, left);
    }

    private static int words(String text) {
        return (int) List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> !word.isEmpty())
                .count();
    }

    private static List<IntakeReason> reasons(IntakeText text, boolean echo) {
        List<IntakeReason> reasons = new ArrayList<>();
        if (echo) {
            reasons.add(IntakeReason.CHECKLIST_ECHO);
        }
        if (text.without("done", "should", "good", "vague").length() <= 1) {
            reasons.add(IntakeReason.STOCK_PHRASE);
        }
        if (!text.has("object")) {
            reasons.add(IntakeReason.NO_OBJECT);
        }
        if (!text.has("defect")) {
            reasons.add(text.has("should") ? IntakeReason.ONLY_A_REQUIREMENT : IntakeReason.NO_DEFECT);
        }
        if (!text.has("place")) {
            reasons.add(IntakeReason.NO_PLACE);
        }
        if (reasons.isEmpty()) {
            reasons.add(IntakeReason.TOO_GENERAL);
        }
        return reasons;
    }
}
