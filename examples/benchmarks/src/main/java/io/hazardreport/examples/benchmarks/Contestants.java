package io.hazardreport.examples.benchmarks;

import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.Calculation;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.scheme.RewardRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/** The same twelve rules three times over: the library's schedule, Drools, and Java by hand. */
final class Contestants {

    private static final String[] TIERS = {"D", "C", "B", "A"};
    private static final String[] HANDLINGS = {"REPORTED", "FIXED", "STOPPED", "RESCUED"};

    private final Calculation calculation = Calculation.by(
            RewardRule.read(text("/benchmarks/twelve-rules.json")).schedule());
    private final KieBase rules = new KieHelper()
            .addContent(text("/benchmarks/twelve-rules.drl"), ResourceType.DRL)
            .build();
    private final KieSession session = rules.newKieSession();
    private final StatelessKieSession stateless = rules.newStatelessKieSession();
    private final Answer answer = new Answer();

    Contestants() {
        session.setGlobal("answer", answer);
        stateless.setGlobal("answer", answer);
    }

    private static String text(String resource) {
        try (InputStream in = Contestants.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every combination of the facts the rules ask for. */
    static List<Hazard> hazards() {
        List<Hazard> hazards = new ArrayList<>();
        long loss = 0;
        for (String tier : TIERS) {
            for (String duty : List.of("NORMAL", "LOWER")) {
                for (String handling : HANDLINGS) {
                    for (int flags = 0; flags < 4; flags++) {
                        loss += 1_234_567;
                        hazards.add(new Hazard(tier, duty, handling, (flags & 1) > 0, (flags & 2) > 0, loss));
                    }
                }
            }
        }
        return hazards;
    }

    static RewardCase asCase(Hazard hazard) {
        return asCase(hazard, Beneficiary.alone());
    }

    /** The same for a reporter who is not the first: the library keeps nothing of such cases and works out everything. */
    static RewardCase asCaseOfAnother(Hazard hazard) {
        return asCase(hazard, new Beneficiary(2, 1, Instant.EPOCH, true, Map.of(), Set.of(), List.of(), Map.of()));
    }

    private static RewardCase asCase(Hazard hazard, Beneficiary reporter) {
        return new RewardCase(
                hazard.facts(), List.of(reporter), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), List.of());
    }

    /** With the whole explanation: what fired, with numbers, and what did not, with the reason. */
    Explanation library(RewardCase each) {
        return calculation.of(each).fold(explanation -> explanation, problems -> {
            throw new IllegalStateException(problems.toString());
        });
    }

    /** One session for all decisions. */
    Answer drools(Hazard hazard) {
        answer.clear();
        FactHandle handle = session.insert(hazard);
        session.fireAllRules();
        session.delete(handle);
        return answer;
    }

    Answer droolsStateless(Hazard hazard) {
        answer.clear();
        stateless.execute(hazard);
        return answer;
    }

    /** The least somebody would write: no schedule, no explanation of what did not fire. */
    Answer byHand(Hazard h) {
        Answer given = new Answer();
        boolean normal = h.getDuty().equals("NORMAL");
        switch (h.getTier()) {
            case "D" -> given.give(normal ? "d-normal" : "d-lower", normal ? 5_000 : 2_000);
            case "C" -> given.give(normal ? "c-normal" : "c-lower", normal ? 10_000 : 5_000);
            case "B" -> given.give(normal ? "b-normal" : "b-lower", normal ? 30_000 : 15_000);
            default ->
                given.give(
                        normal ? "a-normal" : "a-lower",
                        normal ? Answer.percent(h.getAvoidedLoss(), 2, 100_000, 2_000_000) : 50_000);
        }
        if (h.isSuggestionAdopted()) {
            given.give("suggestion", 5_000);
        }
        switch (h.getHandling()) {
            case "FIXED", "STOPPED" -> given.give("spot", 5_000);
            case "RESCUED" -> given.give("rescue", 50_000);
            default -> {
                // reported only
            }
        }
        if (h.isListed()) {
            given.give("listed", 3_000);
        }
        return given;
    }
}
