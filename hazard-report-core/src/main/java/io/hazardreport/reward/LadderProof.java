package io.hazardreport.reward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the two cases of an example through the calculation itself, so that none is told that it would not bear out. */
final class LadderProof {

    private static final long ENDLESS = 1_000_000_000_000L;
    private static final int MOST_TRIED = 2_000;

    private final Schedule whole;
    private final Schedule alone;
    private final boolean usable;
    private int tried;
    private @Nullable Calculation ofWhole;
    private @Nullable Calculation ofAlone;

    /** @param usable whether the whole schedule can be applied; else the group is taken by itself */
    LadderProof(Schedule whole, Group group, boolean usable) {
        this.whole = whole;
        this.usable = usable;
        this.alone = new Schedule(
                List.of(group),
                List.of(),
                whole.facts(),
                Sharing.FIRST_ONLY,
                Separate.FIRST_ONLY,
                null,
                null,
                false,
                whole.remainder(),
                false,
                List.of(),
                whole.rounding(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it has tried as much as anybody waits for, and tries no more. */
    boolean isTired() {
        return tried >= MOST_TRIED;
    }

    /** Whether the first case is given less, be it that everybody chooses the least or that everybody chooses the most. */
    boolean givesLess(List<Rule> rules, Map<String, String> first, Map<String, String> second) {
        if (isTired()) {
            return false;
        }
        tried++;
        for (boolean most : new boolean[] {false, true}) {
            Map<String, Long> chosen = chosen(rules, most);
            Optional<Earning.Worth> a = usable ? worth(ofWhole(), first, chosen) : Optional.empty();
            Optional<Earning.Worth> b = usable ? worth(ofWhole(), second, chosen) : Optional.empty();
            if (a.isEmpty() || b.isEmpty()) {
                a = worth(ofAlone(), first, chosen);
                b = worth(ofAlone(), second, chosen);
            }
            if (a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) < 0) {
                return true;
            }
        }
        return false;
    }

    private Calculation ofWhole() {
        Calculation ready = ofWhole;
        if (ready == null) {
            ready = Calculation.by(whole);
            ofWhole = ready;
        }
        return ready;
    }

    private Calculation ofAlone() {
        Calculation ready = ofAlone;
        if (ready == null) {
            ready = Calculation.by(alone);
            ofAlone = ready;
        }
        return ready;
    }

    private static Map<String, Long> chosen(List<Rule> rules, boolean most) {
        Map<String, Long> chosen = new HashMap<>();
        for (Rule rule : rules) {
            for (int i = 0; i < rule.then().size(); i++) {
                Amount amount = rule.then().get(i).quantity().orElse(null);
                if (amount != null && amount.base() instanceof Amount.Chosen range) {
                    Long end = most ? range.max() : range.min();
                    chosen.put(rule.choice(i), end != null ? end : most ? ENDLESS : 0L);
                }
            }
        }
        return chosen;
    }

    /** Empty where the case lacks something, or somebody would have to decide. */
    private static Optional<Earning.Worth> worth(
            Calculation calculation, Map<String, String> facts, Map<String, Long> chosen) {
        RewardCase theCase = new RewardCase(
                facts, List.of(Beneficiary.alone()), chosen, Map.of(), Set.of(), Map.of(), Map.of(), List.of());
        return calculation
                .of(theCase)
                .fold(
                        explanation -> explanation.manualGroups().isEmpty()
                                ? Optional.of(explanation.grants().stream()
                                        .map(grant -> Earning.Worth.of(grant.component(), grant.units()))
                                        .reduce(new Earning.Worth(0, 0, 0), Earning.Worth::plus))
                                : Optional.empty(),
                        problems -> Optional.empty());
    }
}
