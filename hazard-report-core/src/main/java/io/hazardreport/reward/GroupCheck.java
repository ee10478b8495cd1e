package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves a group free of gaps, overlaps and unreachable rules, exactly. Every fact's values are cut into atoms that no
 * test of the group tells apart, so that each rule takes a region; two rules overlap where their regions meet, and where
 * none do, what they leave uncovered can be counted.
 */
final class GroupCheck {

    private static final int MOST_FACTS = 6;
    private static final int MOST_GAPS = 20;

    private final Group group;
    private final String path;
    private final Map<String, FactType> types;
    private final Unreadable doubtful;
    private final List<Group> others;
    private final Schedule schedule;
    private final boolean usable;
    private final FactAtoms atoms;
    private final Payout payout;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Region> gaps = new ArrayList<>();

    private GroupCheck(
            Group group,
            String path,
            Map<String, FactType> types,
            Unreadable doubtful,
            Schedule schedule,
            boolean usable) {
        this.schedule = schedule;
        this.usable = usable;
        this.path = path;
        this.types = types;
        this.doubtful = doubtful;
        this.others = schedule.groups().stream()
                .filter(other -> !other.code().equals(group.code()))
                .toList();
        this.group = readable(group);
        this.atoms = FactAtoms.of(this.group, types);
        this.payout = new Payout(group.combine(), others);
    }

    /**
     * A rule some tests of which are doubtful is taken with the others: it then accepts too much, so that a gap found is
     * a gap, while an overlap of it proves nothing. Of amounts that are doubtful nothing is said.
     *
     * @param usable whether the whole schedule can be applied to cases
     */
    static List<Finding> check(
            Group group,
            String path,
            Map<String, FactType> types,
            Unreadable doubtful,
            Schedule schedule,
            boolean usable) {
        return new GroupCheck(group, path, types, doubtful, schedule, usable).run();
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
        unreachable();
        boolean disjoint = overlaps();
        if (!disjoint) {
            neverChosen();
        }
        boolean leavesNothing = group.combine() == Combine.SUM || group.otherwise() == Otherwise.NONE;
        if (group.combine() == Combine.EXCLUSIVE && atoms.size() > MOST_FACTS) {
            notProven(atoms.size() + " facts: " + String.join(", ", atoms.facts()), "≤ " + MOST_FACTS + " facts");
        } else if (!leavesNothing) {
            gaps(disjoint);
        }
        boolean known = true;
        for (int r = 0; r < group.rules().size(); r++) {
            known &= !isDoubtful(r) && !doubtful.within(path + ".rules[" + r + "].then");
        }
        if (known) {
            findings.addAll(LadderCheck.check(group, path, types, others, new LadderProof(schedule, group, usable)));
        }
        return findings;
    }

    private void notProven(String why, String provable) {
        add(Severity.WARNING, "reward.not-proven", path, why, provable);
    }

    private void unreachable() {
        for (int r = 0; r < group.rules().size(); r++) {
            if (atoms.rules().get(r).isEmpty()) {
                String code = group.rules().get(r).code();
                add(Severity.ERROR, "reward.unreachable", path + ".rules[" + r + "]", code, "≥ 1 case");
            }
        }
    }

    /** Rules that fit some case, and in each of them another is chosen; in an exclusive group the overlap is told already. */
    private void neverChosen() {
        for (int r = 0; r < group.rules().size(); r++) {
            Region own = atoms.rules().get(r);
            List<Region> before = new ArrayList<>();
            String chosen = "";
            for (int o = 0; o < group.rules().size(); o++) {
                Region other = atoms.rules().get(o);
                if (o != r && other.meets(own) && !isDoubtful(o) && comesBefore(o, r)) {
                    before.add(other);
                    chosen = chosen.isEmpty() && other.contains(own.corner())
                            ? group.rules().get(o).code()
                            : chosen;
                }
            }
            if (!own.isEmpty() && !chosen.isEmpty() && Search.isCovered(own, before)) {
                add(Severity.WARNING, "reward.never-chosen", path + ".rules[" + r + "]", example(own), chosen);
            }
        }
    }

    /** Whether the one is chosen in every case that both fit. */
    private boolean comesBefore(int one, int other) {
        return switch (group.combine()) {
            case EXCLUSIVE -> one < other;
            case BEST ->
                !doubtful.within(path + ".rules[" + one + "].then")
                        && !doubtful.within(path + ".rules[" + other + "].then")
                        && payout.outbids(group.rules().get(one), group.rules().get(other), one < other);
            case SUM -> false;
        };
    }

    /** Whether no two rules fire in the same case. */
    private boolean overlaps() {
        boolean disjoint = true;
        for (int a = 0; a < group.rules().size(); a++) {
            for (int b = a + 1; b < group.rules().size(); b++) {
                if (atoms.rules().get(a).meets(atoms.rules().get(b))) {
                    disjoint = false;
                    if (group.combine() == Combine.EXCLUSIVE && !isDoubtful(a) && !isDoubtful(b)) {
                        add(
                                Severity.ERROR,
                                "reward.overlap",
                                path + ".rules[" + a + "], " + path + ".rules[" + b + "]",
                                example(atoms.rules()
                                        .get(a)
                                        .common(atoms.rules().get(b))),
                                "1 rule");
                    }
                }
            }
        }
        return disjoint;
    }

    private void gaps(boolean disjoint) {
        boolean counts = disjoint && atoms.whole().size().isPresent();
        Search search = new Search(counts, gaps, this::gap);
        if (!search.in(atoms.whole(), atoms.rules())) {
            notProven("too many combinations of " + String.join(", ", atoms.facts()), "rules that do not overlap");
        } else if (gaps.size() >= MOST_GAPS) {
            notProven("≥ " + MOST_GAPS + " gaps", "otherwise: NONE | MANUAL");
        }
    }

    /** Each hole is widened as far as it goes and told once; whether to look for more. */
    private boolean gap(Region hole) {
        List<Region> left = List.of(hole);
        for (Region known : gaps) {
            left = left.stream().flatMap(piece -> piece.minus(known).stream()).toList();
        }
        while (!left.isEmpty() && gaps.size() < MOST_GAPS) {
            Region gap = widened(left.get(0).corner());
            gaps.add(gap);
            boolean byHand = group.otherwise() == Otherwise.MANUAL;
            add(
                    byHand ? Severity.WARNING : Severity.ERROR,
                    byHand ? "reward.gap-by-hand" : "reward.gap",
                    path,
                    example(gap),
                    "otherwise: NONE | MANUAL");
            left = left.stream().flatMap(piece -> piece.minus(gap).stream()).toList();
        }
        return gaps.size() < MOST_GAPS;
    }

    private Region widened(Region corner) {
        Region wide = corner;
        for (int f = 0; f < atoms.size(); f++) {
            int from = corner.at(f).nextSetBit(0);
            int end = atoms.whole().at(f).length();
            for (int up = from + 1; up < end; up++) {
                boolean free = isFree(wide.with(f, Region.only(up)));
                wide = free ? grown(wide, f, up) : wide;
                up = free || !atoms.isOrdered(f) ? up : end;
            }
            for (int down = from - 1; down >= 0; down--) {
                boolean free = isFree(wide.with(f, Region.only(down)));
                wide = free ? grown(wide, f, down) : wide;
                down = free || !atoms.isOrdered(f) ? down : 0;
            }
        }
        return wide;
    }

    private static Region grown(Region wide, int fact, int atom) {
        BitSet more = (BitSet) wide.at(fact).clone();
        more.set(atom);
        return wide.with(fact, more);
    }

    private boolean isFree(Region slab) {
        return atoms.rules().stream().noneMatch(slab::meets) && gaps.stream().noneMatch(slab::meets);
    }

    /** A value of every fact the group asks for, so that the case can be tried. */
    private String example(Region of) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int f = 0; f < atoms.size(); f++) {
            values.put(atoms.facts().get(f), atoms.first(f, of.at(f).nextSetBit(0)));
        }
        return ScheduleCheck.shown(types, values);
    }

    private void add(Severity severity, String code, String at, Object value, String allowed) {
        findings.add(new Finding(severity, Problem.of(code, at, value, allowed)));
    }
}
