package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds inverted ladders: two cases alike but for one ordered fact, of which the one with the bigger value is given less –
 * less money, or points where the other has money, or nothing. Every finding is tried by its numbers before it is told.
 */
final class LadderCheck {

    private static final long MOST_CELLS = 60_000;
    private static final int MOST_TOLD = 200;

    private final Group group;
    private final String path;
    private final Map<String, FactType> types;
    private final FactAtoms atoms;
    private final Payout payout;
    private final LadderProof proof;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> apart = new HashSet<>();
    private final Map<Integer, BitSet> neverLess = new HashMap<>();

    private LadderCheck(Group group, String path, Map<String, FactType> types, List<Group> others, LadderProof proof) {
        this.proof = proof;
        this.group = group;
        this.path = path;
        this.types = rising(types, group.monotone());
        this.atoms = FactAtoms.withAmounts(group, this.types);
        this.payout = new Payout(group.combine(), others);
    }

    /** The values of a fact that the company declares to be rising go up as they are written. */
    private static Map<String, FactType> rising(Map<String, FactType> types, List<String> monotone) {
        Map<String, FactType> rising = new HashMap<>(types);
        for (String fact : monotone) {
            if (types.get(fact) instanceof FactType.OneOf oneOf) {
                rising.put(fact, new FactType.OneOf(fact, oneOf.values(), true));
            }
        }
        return rising;
    }

    /**
     * @param others groups that apply beside it
     * @param proof tries examples
     */
    static List<Finding> check(
            Group group, String path, Map<String, FactType> types, List<Group> others, LadderProof proof) {
        LadderCheck check = new LadderCheck(group, path, types, others, proof);
        check.run();
        return check.findings;
    }

    private void run() {
        List<Integer> ladders = new ArrayList<>();
        for (int f = 0; f < atoms.size(); f++) {
            String fact = atoms.facts().get(f);
            FactType type = types.get(fact);
            if ((type != null && type.isLadder()) || group.monotone().contains(fact)) {
                ladders.add(f);
            }
        }
        if (ladders.isEmpty()) {
            return;
        }
        if (group.combine() == Combine.EXCLUSIVE) {
            ladders.forEach(this::pairs);
        } else {
            walk(ladders);
        }
        if (isEnough()) {
            notProven("≥ " + MOST_TOLD + " inverted steps", "< " + MOST_TOLD);
        }
    }

    /** Nobody reads more. */
    private boolean isEnough() {
        return findings.size() >= MOST_TOLD;
    }

    /** Each rule against each that takes a bigger value of the fact, and against nothing where no rule does. */
    private void pairs(int fact) {
        List<Region> rules = atoms.rules();
        for (int small = 0; small < rules.size() && !isEnough(); small++) {
            for (int big = 0; big < rules.size(); big++) {
                BitSet low = rules.get(small).at(fact);
                BitSet high = rules.get(big).at(fact);
                boolean follows = !neverLess(small).get(big) && !low.isEmpty() && high.length() - 1 > low.nextSetBit(0);
                if (follows && (big != small || hasUplifts(big)) && meetsBut(fact, small, big)) {
                    Region common = rules.get(small).common(rules.get(big));
                    steps(fact, common, low, high, List.of(small), List.of(big));
                }
            }
            if (group.givesNothingElse()) {
                intoNothing(fact, small);
            }
        }
    }

    /** The rules that never give less than this one, worked out once for all ladders. */
    private BitSet neverLess(int small) {
        return neverLess.computeIfAbsent(small, than -> {
            BitSet rules = new BitSet();
            for (int big = 0; big < group.rules().size(); big++) {
                rules.set(
                        big,
                        payout.neverLess(group.rules().get(big), group.rules().get(than)));
            }
            return rules;
        });
    }

    private boolean hasUplifts(int rule) {
        return group.rules().get(rule).hasUplifts();
    }

    /** Whether what both give is written alike and hangs on nothing that differs between them. */
    private boolean givesTheSame(int fact, List<Integer> small, List<Integer> big) {
        List<Rule> less = rules(small);
        List<Rule> more = rules(big);
        return less.size() == 1
                && more.size() == 1
                && less.get(0).then().equals(more.get(0).then())
                && !less.get(0).hasUplifts()
                && less.get(0).then().stream()
                        .noneMatch(component ->
                                Earning.basis(component).equals(atoms.facts().get(fact)));
    }

    private boolean meetsBut(int fact, int a, int b) {
        for (int f = 0; f < atoms.size(); f++) {
            if (f != fact
                    && !atoms.rules()
                            .get(a)
                            .at(f)
                            .intersects(atoms.rules().get(b).at(f))) {
                return false;
            }
        }
        return true;
    }

    /** The steps up from one set of values to the next of the other. */
    private void steps(int fact, Region others, BitSet low, BitSet high, List<Integer> small, List<Integer> big) {
        for (int up = high.nextSetBit(low.nextSetBit(0) + 1); up >= 0; up = high.nextSetBit(up + 1)) {
            int down = low.previousSetBit(up - 1);
            compare(fact, others, down, up, small, big);
            int next = low.nextSetBit(up);
            if (next < 0) {
                return;
            }
            up = Math.max(up, next);
        }
    }

    private void intoNothing(int fact, int small) {
        BitSet low = atoms.rules().get(small).at(fact);
        BitSet above = (BitSet) atoms.whole().at(fact).clone();
        above.clear(0, low.isEmpty() ? 0 : low.nextSetBit(0) + 1);
        above.andNot(low);
        Region where = atoms.rules().get(small).with(fact, above);
        if (where.isEmpty()) {
            return;
        }
        boolean counts = atoms.whole().size().isPresent();
        Search search = new Search(counts, List.of(), hole -> {
            int up = hole.at(fact).nextSetBit(0);
            return !compare(fact, hole, low.previousSetBit(up), up, List.of(small), List.of());
        });
        if (!search.in(where, atoms.rules())) {
            notProven("too many combinations of " + String.join(", ", atoms.facts()), "fewer rules");
        }
    }

    /** Walks every case of a group whose rules add up or compete. */
    private void walk(List<Integer> ladders) {
        Optional<Long> cells = atoms.whole().size();
        if (cells.isEmpty() || cells.get() > MOST_CELLS) {
            String many = cells.map(Object::toString).orElse("> " + Long.MAX_VALUE);
            notProven(many + " combinations of " + String.join(", ", atoms.facts()), "≤ " + MOST_CELLS);
            return;
        }
        int[] cell = new int[atoms.size()];
        do {
            List<Integer> here = firing(cell, -1);
            for (int fact : here.isEmpty() ? List.<Integer>of() : ladders) {
                if (cell[fact] + 1 < atoms.whole().at(fact).length()) {
                    List<Integer> bigger = firing(cell, fact);
                    if (!bigger.equals(here) && (!bigger.isEmpty() || group.givesNothingElse())) {
                        compare(fact, region(cell), cell[fact], cell[fact] + 1, here, bigger);
                    }
                }
            }
        } while (!isEnough() && next(cell));
    }

    private Region region(int[] cell) {
        BitSet[] sets = new BitSet[cell.length];
        for (int f = 0; f < cell.length; f++) {
            sets[f] = Region.only(cell[f]);
        }
        return new Region(sets);
    }

    private boolean next(int[] cell) {
        for (int f = cell.length - 1; f >= 0; f--) {
            if (++cell[f] < atoms.whole().at(f).length()) {
                return true;
            }
            cell[f] = 0;
        }
        return false;
    }

    /** @param up the fact of which the next value is taken */
    private List<Integer> firing(int[] cell, int up) {
        List<Integer> firing = new ArrayList<>();
        for (int r = 0; r < atoms.rules().size(); r++) {
            boolean fires = true;
            for (int f = 0; fires && f < cell.length; f++) {
                fires = atoms.rules().get(r).at(f).get(f == up ? cell[f] + 1 : cell[f]);
            }
            if (fires) {
                firing.add(r);
            }
        }
        return firing;
    }

    /** Tries the least and the biggest values of all other facts; whether less is given for more. */
    private boolean compare(int fact, Region others, int down, int up, List<Integer> small, List<Integer> big) {
        String key = fact + " " + small + " " + big;
        if (isEnough()) {
            return true;
        }
        if (told.contains(key) || givesTheSame(fact, small, big)) {
            return false;
        }
        boolean alike = big.isEmpty() || bases(small, fact).equals(bases(big, fact));
        for (boolean far : alike ? new boolean[] {false, true} : new boolean[0]) {
            Map<String, String> lower = values(others, fact, down, true, far, small, big);
            Map<String, String> higher = values(others, fact, up, false, far, small, big);
            Optional<String> more = payout.less(rules(big), higher, rules(small), lower);
            String name = atoms.facts().get(fact);
            Payout.Beside beside = more.isEmpty()
                    ? Payout.Beside.MAKES_UP
                    : payout.beside(name, rules(big), higher, rules(small), lower);
            if (payout.hangsOnGoods(rules(big), higher, rules(small), lower)) {
                notProven(name + ", goods: " + ScheduleCheck.shown(types, higher), "goods: value");
            } else if (beside == Payout.Beside.UNKNOWN && big.isEmpty()) {
                notProven(name + ", other groups: " + ScheduleCheck.shown(types, higher), "otherwise: MANUAL");
            } else if (beside != Payout.Beside.MAKES_UP && more.isPresent()) {
                told.add(key);
                tell(fact, lower, higher, small, big, more.get(), severity());
                return true;
            }
        }
        return !big.isEmpty() && across(fact, others, down, up, small, big, key);
    }

    /**
     * Where amounts hang on what is a part of neither fact: the bigger hazard's at what it is least with against the
     * smaller one's at the same. What holds whatever it is, is a fault; what holds for some of it, a thing to look at.
     */
    private boolean across(
            int fact, Region others, int down, int up, List<Integer> small, List<Integer> big, String key) {
        TreeSet<String> bases = new TreeSet<>(bases(small, fact));
        bases.addAll(bases(big, fact));
        List<Rule> all = Stream.of(big, small).flatMap(of -> rules(of).stream()).toList();
        if (bases.isEmpty() || !apart.add(key + BasisValues.where(others, all, bases, atoms) + down + " " + up)) {
            return false;
        }
        List<Map<String, String>> tries = BasisValues.of(BasisValues.ranges(bases, others, atoms, types), all);
        String name = atoms.facts().get(fact);
        if (tries.isEmpty()) {
            notProven(name + ": " + String.join(", ", bases), "fewer bases");
        }
        List<Rule> less = rules(small);
        List<Rule> more = rules(big);
        boolean[] ends = all.stream().anyMatch(Rule::hasUplifts) ? new boolean[] {false, true} : new boolean[1];
        Step found = null;
        boolean always = !tries.isEmpty();
        boolean open = false;
        for (boolean far : ends) {
            Map<String, String> lower = values(others, fact, down, true, far, small, big);
            Map<String, String> higher = values(others, fact, up, false, far, small, big);
            for (Map<String, String> each : found == null || always ? tries : List.<Map<String, String>>of()) {
                lower.putAll(each);
                higher.putAll(each);
                Optional<String> worth = payout.less(more, higher, less, lower);
                always &= worth.isPresent();
                open |= payout.hangsOnGoods(more, higher, less, lower);
                if (found == null && worth.isPresent()) {
                    Payout.Beside beside = payout.beside(name, more, higher, less, lower);
                    open |= beside == Payout.Beside.UNKNOWN || proof.isTired();
                    if (beside == Payout.Beside.NOTHING && proof.givesLess(all, higher, lower)) {
                        found = new Step(new LinkedHashMap<>(lower), new LinkedHashMap<>(higher), worth.get());
                    }
                }
            }
        }
        if (found != null) {
            told.add(key);
            tell(fact, found.lower(), found.higher(), small, big, found.more(), always ? severity() : Severity.WARNING);
        } else if (open) {
            notProven(
                    name + ": " + group.rules().get(big.get(0)).code() + ", " + bases, "goods: value; otherwise: NONE");
        }
        return found != null;
    }

    /** Two cases, of which the second is given less. */
    private record Step(Map<String, String> lower, Map<String, String> higher, String more) {}

    private List<Rule> rules(List<Integer> of) {
        return of.stream().map(group.rules()::get).toList();
    }

    private Set<String> bases(List<Integer> rules, int fact) {
        TreeSet<String> bases = new TreeSet<>();
        rules(rules).stream()
                .flatMap(rule -> rule.then().stream())
                .map(Earning::basis)
                .forEach(bases::add);
        bases.remove("");
        bases.remove(atoms.facts().get(fact));
        return bases;
    }

    private Map<String, String> values(
            Region others, int fact, int atom, boolean last, boolean far, List<Integer> small, List<Integer> big) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int f = 0; f < atoms.size(); f++) {
            int end = others.at(f).length() - 1;
            String other = far && f != fact && end >= 0
                    ? atoms.last(f, end)
                    : atoms.first(f, Math.max(0, others.at(f).nextSetBit(0)));
            values.put(atoms.facts().get(f), f != fact ? other : last ? atoms.last(f, atom) : atoms.first(f, atom));
        }
        Stream.of(small, big).flatMap(of -> bases(of, fact).stream()).forEach(basis -> {
            if (types.get(basis) instanceof FactType.Quantity quantity) {
                Long max = quantity.max();
                long most = max == null ? quantity.min() + FactAtoms.FAR : max;
                values.putIfAbsent(basis, Long.toString(far ? most : quantity.min()));
            }
        });
        return values;
    }

    private Severity severity() {
        // competing rules with a gap left to somebody may well pay less just there; the gap is told already
        // what comes on top of a ladder may well favour the small; a group that is the ladder may not
        return group.combine() == Combine.EXCLUSIVE ? Severity.ERROR : Severity.WARNING;
    }

    private void tell(
            int fact,
            Map<String, String> lower,
            Map<String, String> higher,
            List<Integer> small,
            List<Integer> big,
            String more,
            Severity severity) {
        String name = atoms.facts().get(fact);
        Map<String, String> step = new HashMap<>(Map.of(name, lower.getOrDefault(name, "")));
        int rule = big.isEmpty() ? small.get(0) : big.get(0);
        findings.add(new Finding(
                severity,
                Problem.of(
                        "reward.inverted-ladder",
                        path + ".rules[" + rule + "].then",
                        ScheduleCheck.shown(types, higher),
                        "≥ " + more + " (" + ScheduleCheck.shown(types, step) + ")")));
    }

    private void notProven(String why, String provable) {
        if (told.add("not proven")) {
            findings.add(
                    new Finding(Severity.WARNING, Problem.of("reward.not-proven", path, "ladder: " + why, provable)));
        }
    }
}
