package io.hazardreport.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which codes the coded columns of a ledger may hold and by which words they are known. A column without any code is
 * not checked: its text is kept. Implementations must be immutable or safe for use by several threads.
 */
public interface LedgerVocabulary {

    /** The code that a cell's text stands for; empty when it stands for none. */
    Optional<String> code(LedgerColumn column, String text);

    /** All codes allowed in a column; empty when it is not checked. */
    List<String> codes(LedgerColumn column);

    /** A builder that knows no code yet. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A builder that knows the usual words for kind, source, identity, employment, job role, grade, effort and status;
     * the codes of the category are added by the caller. Codes: HAZARD, UNSAFE_ACT, NEAR_MISS, SUGGESTION; SELF_REPORT,
     * SHIFT_CHECK, ORGANISED_INSPECTION, AUTHORITY, MONITORING, IMPORT; OPEN, RECEIVER_ONLY, ANONYMOUS; REGULAR,
     * TEMPORARY, DISPATCHED, INTERN, CONTRACTOR; MANAGER, TECHNICIAN, OPERATIVE, SAFETY_OFFICER; GENERAL, MAJOR;
     * FIX_NOW, PLANNED; SUBMITTED, ADMITTED, VERIFYING, CONFIRMED, RECTIFYING, AWAITING_RECHECK, CLOSED, NOT_ADMITTED,
     * UNFOUNDED, UNVERIFIABLE, DUPLICATE, TRANSFERRED.
     */
    static Builder usual() {
        return UsualWords.addTo(new Builder());
    }

    /** Collects codes and their words; case, width and blanks of a word do not matter. Not safe for several threads. */
    final class Builder {

        private final Map<LedgerColumn, Map<String, String>> codes = new EnumMap<>(LedgerColumn.class);
        private final Map<LedgerColumn, List<String>> lists = new EnumMap<>(LedgerColumn.class);

        private Builder() {}

        /**
         * A code and further words for it; the code itself is always one of its words.
         *
         * @throws IllegalArgumentException when a word already stands for another code of that column
         */
        public Builder add(LedgerColumn column, String code, String... words) {
            List<String> list = lists.computeIfAbsent(column, c -> new ArrayList<>());
            if (!list.contains(code)) {
                list.add(code);
            }
            addWord(column, code, code);
            for (String word : words) {
                addWord(column, code, word);
            }
            return this;
        }

        private void addWord(LedgerColumn column, String code, String word) {
            String other =
                    codes.computeIfAbsent(column, c -> new LinkedHashMap<>()).putIfAbsent(normalised(word), code);
            if (other != null && !other.equals(code)) {
                throw new IllegalArgumentException(
                        column + " word \"" + word + "\" stands for " + other + " already, not for " + code);
            }
        }

        /** Forgets what is known of a column, so that the caller's own codes may take its place. */
        public Builder without(LedgerColumn column) {
            codes.remove(column);
            lists.remove(column);
            return this;
        }

        public LedgerVocabulary build() {
            Map<LedgerColumn, Map<String, String>> words = new EnumMap<>(LedgerColumn.class);
            codes.forEach((column, known) -> words.put(column, Map.copyOf(known)));
            Map<LedgerColumn, List<String>> allowed = new EnumMap<>(LedgerColumn.class);
            lists.forEach((column, list) -> allowed.put(column, List.copyOf(list)));
            return new Words(Collections.unmodifiableMap(words), Collections.unmodifiableMap(allowed));
        }

        private record Words(Map<LedgerColumn, Map<String, String>> words, Map<LedgerColumn, List<String>> allowed)
                implements LedgerVocabulary {

            @Override
            public Optional<String> code(LedgerColumn column, String text) {
                return Optional.ofNullable(words.getOrDefault(column, Map.of()).get(normalised(text)));
            }

            @Override
            public List<String> codes(LedgerColumn column) {
                return allowed.getOrDefault(column, List.of());
            }
        }

        private static String normalised(String word) {
            return Normalizer.normalize(word, Normalizer.Form.NFKC)
                    .replaceAll("[\\s\\p{Z}。.]+", "")
                    .toUpperCase(Locale.ROOT);
        }
    }
}
