package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves a group free of gaps, overlaps and unreachable rules, exactly. Every fact's values are cut into atoms that no
 * test of the group tells apart; from fact to fact only those rules are followed that may still fire, and atoms that leave
 * the same ones are one branch.
 */
final class GroupCheck {

    private static final int MOST_FACTS = 6;
    private static final int MOST_STEPS = 2_000_000;

    private final Group group;
    private final String path;
    private final Map<String, FactType> types;
    private final Unreadable doubtful;
    private final FactAtoms atoms;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<List<Integer>> overlapping = new LinkedHashSet<>();
    private final BitSet reached = new BitSet();
    private int steps;

    private GroupCheck(Group group, String path, Map<String, FactType> types, Unreadable doubtful) {
        this.path = path;
        this.types = types;
        this.doubtful = doubtful;
        this.group = readable(group);
        this.atoms = new FactAtoms(this.group, types);
    }

    /**
     * A rule some tests of which are doubtful is taken with the others: it then accepts too much, so that a gap found is
     * a gap, while an overlap of it proves nothing. Of amounts that are doubtful nothing is said.
     */
    static List<Finding> check(Group group, String path, Map<String, FactType> types, Unreadable doubtful) {
        return new GroupCheck(group, path, types, doubtful).run();
    }

    private Group readable(Group whole) {
        List<Rule> rules = new ArrayList<>();
        for (int r = 0; r < whole.rules().size(); r++) {
            String rule = path + ".rules[" + r + "]";
            boolean days = doubtful.within(rule + ".from") || doubtful.within(rule + ".until");
            rules.add(whole.rules()
                    .get(r)
                    .withTests(test -> isFitting(test)
                            && !doubtful.within(rule + ".when." + test.fact())
                            && !(days && test.fact().equals("submittedOn"))));
        }
        return new Group(
                whole.code(),
                whole.combine(),
                rules,
                whole.otherwise(),
                whole.adjudicator(),
                whole.sharing(),
                whole.monotone());
    }

    private boolean isFitting(FactTest test) {
        FactType type = types.get(test.fact());
        return type != null && test.fits(type);
    }

    private boolean isDoubtful(int rule) {
        String at = path + ".rules[" + rule + "]";
        return doubtful.within(at + ".when") || doubtful.within(at + ".from") || doubtful.within(at + ".until");
    }

    private List<Finding> run() {
        BitSet all = new BitSet();
        all.set(0, group.rules().size());
        if (atoms.facts().size() > MOST_FACTS) {
            notProven();
        } else {
            descend(0, all, new LinkedHashMap<>());
            if (steps >= MOST_STEPS) {
                notProven();
            } else {
                unreachable();
            }
        }
        boolean known = true;
        for (int r = 0; r < group.rules().size(); r++) {
            known &= !isDoubtful(r) && !doubtful.within(path + ".rules[" + r + "].then");
        }
        if (known) {
            findings.addAll(LadderCheck.check(group, path, types));
        }
        return findings;
    }

    private void notProven() {
        add(Severity.WARNING, "reward.not-proven", path, atoms.facts(), "≤ " + MOST_FACTS + " facts");
    }

    /** @param prefix an example of the values chosen so far */
    private void descend(int level, BitSet alive, Map<String, String> prefix) {
        if (++steps >= MOST_STEPS) {
            return;
        }
        if (alive.isEmpty()) {
            gap(prefix);
            return;
        }
        if (level == atoms.facts().size()) {
            leaf(alive, prefix);
            return;
        }
        String fact = atoms.facts().get(level);
        for (FactAtoms.Branch branch : atoms.branches(level, alive)) {
            boolean told = branch.isTelling();
            if (told) {
                prefix.put(fact, branch.example());
            }
            descend(level + 1, branch.alive(), prefix);
            prefix.remove(fact);
        }
    }

    private void gap(Map<String, String> prefix) {
        if (group.combine() == Combine.SUM || group.otherwise() == Otherwise.NONE) {
            return;
        }
        Severity severity = group.otherwise() == Otherwise.MANUAL ? Severity.WARNING : Severity.ERROR;
        String code = severity == Severity.ERROR ? "reward.gap" : "reward.gap-by-hand";
        add(severity, code, path, example(prefix), "otherwise: NONE | MANUAL");
    }

    private void leaf(BitSet firing, Map<String, String> prefix) {
        reached.or(firing);
        if (group.combine() != Combine.EXCLUSIVE) {
            return;
        }
        BitSet sure = new BitSet();
        firing.stream().filter(rule -> !isDoubtful(rule)).forEach(sure::set);
        int first = sure.nextSetBit(0);
        for (int other = sure.nextSetBit(first + 1); other >= 0; other = sure.nextSetBit(other + 1)) {
            if (overlapping.add(List.of(first, other))) {
                add(
                        Severity.ERROR,
                        "reward.overlap",
                        path + ".rules[" + first + "], " + path + ".rules[" + other + "]",
                        example(prefix),
                        "1 rule");
            }
        }
    }

    private void unreachable() {
        for (int r = 0; r < group.rules().size(); r++) {
            if (!reached.get(r)) {
                add(
                        Severity.ERROR,
                        "reward.unreachable",
                        path + ".rules[" + r + "]",
                        group.rules().get(r).code(),
                        "≥ 1 case");
            }
        }
    }

    private String example(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((fact, value) -> {
            FactType type = types.get(fact);
            parts.add(fact + "=" + (type == null ? value : ScheduleCheck.shown(type, value)));
        });
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    private void add(Severity severity, String code, String at, Object value, String allowed) {
        findings.add(new Finding(severity, Problem.of(code, at, value, allowed)));
    }
}
