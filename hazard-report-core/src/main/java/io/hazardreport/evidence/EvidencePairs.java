package io.hazardreport.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;

/**
 * Before and after side by side: the n-th with the n-th, in the order they were handed in. Where nothing was taken
 * before the work, what the finder took stands in for it.
 *
 * @param pairs with a picture on each side
 * @param unpaired everything else, in its order
 */
public record EvidencePairs(List<Pair> pairs, List<Evidence> unpaired) {

    public EvidencePairs {
        pairs = List.copyOf(pairs);
        unpaired = List.copyOf(unpaired);
    }

    /** One place before the work and after it. */
    public record Pair(Evidence before, Evidence after) {

        /** The same bytes on both sides, which shows no work at all. */
        @JsonIgnore
        public boolean isSamePicture() {
            return before.sha256().equals(after.sha256());
        }

        /** Whether it says itself that the later picture was taken first; false where a time is not known. */
        @JsonIgnore
        public boolean isOutOfOrder() {
            return before.capturedAt() != null
                    && after.capturedAt() != null
                    && after.capturedAt().isBefore(before.capturedAt());
        }
    }

    public static EvidencePairs of(List<Evidence> evidence) {
        List<Evidence> before = of(evidence, Evidence.Stage.BEFORE);
        if (before.isEmpty()) {
            before = of(evidence, Evidence.Stage.FOUND);
        }
        List<Evidence> after = of(evidence, Evidence.Stage.AFTER);
        List<Evidence> unpaired = new ArrayList<>(evidence);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            pairs.add(new Pair(before.get(i), after.get(i)));
            unpaired.remove(before.get(i));
            unpaired.remove(after.get(i));
        }
        return new EvidencePairs(pairs, unpaired);
    }

    private static List<Evidence> of(List<Evidence> evidence, Evidence.Stage stage) {
        return evidence.stream().filter(e -> e.stage() == stage).toList();
    }
}
