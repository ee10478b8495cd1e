package io.hazardreport.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.FactType.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is kept of cases never changes the answer to another. */
class CellPropertyTest {

    private static final Text NAME = Text.of("规则", "rule");

    @Property(tries = 1500)
    void whatCameBeforeDoesNotChangeAnAnswer(
            @ForAll("schedules") Schedule schedule, @ForAll("cases") List<RewardCase> cases) {
        Calculation used = Calculation.by(schedule);
        for (int round = 0; round < 3; round++) {
            for (RewardCase each : cases) {
                assertThat(used.of(each)).isEqualTo(Calculation.by(schedule).of(each));
            }
        }
    }

    @Property(tries = 200)
    void aCellIsFoundAgainUntilAnotherTakesItsPlace(@ForAll("numbers") List<Long> numbers) {
        Cells cells = new Cells(OptionalLong.of(Long.MAX_VALUE));
        for (long number : numbers) {
            cells.keep(new Cell(number, List.of(), List.of(), List.of(), List.of(), null));
            assertThat(cells.at(number)).extracting(Cell::number).isEqualTo(number);
        }
        for (long number : numbers) {
            Cell kept = cells.at(number);
            assertThat(kept == null || kept.number() == number).isTrue();
        }
    }

    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs()
                .between(0, Long.MAX_VALUE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3000);
    }

    private static Arbitrary<FactTest> tests() {
        return Arbitraries.oneOf(
                Arbitraries.of("LOW", "HIGH").map(value -> new FactTest.In("effect", Set.of(value))),
                Arbitraries.of("a", "b").map(value -> new FactTest.NotIn("place", Set.of(value))),
                Arbitraries.of("a", "c").map(value -> new FactTest.In("place", Set.of(value))),
                Arbitraries.of("true", "false").map(value -> new FactTest.In("listed", Set.of(value))),
                between("deaths", 3, Measure.NUMBER),
                between("fine", 3, Measure.MONEY),
                between("submittedOn", 3, Measure.DAY));
    }

    private static Arbitrary<FactTest> between(String fact, long most, Measure measure) {
        Arbitrary<Long> ends = Arbitraries.longs().between(0, most).injectNull(0.2);
        return Combinators.combine(ends, ends)
                .as((from, length) -> new FactTest.Between(
                        fact, from, length == null ? null : Long.valueOf((from == null ? 0 : from) + length), measure));
    }

    private static Arbitrary<Amount> amounts() {
        Arbitrary<Amount.Base> bases = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3).map(Amount.Fixed::new),
                Arbitraries.longs().between(0, 3).map(Amount.Fixed::new),
                Arbitraries.integers().between(1, 300).map(p -> new Amount.Percent(BigDecimal.valueOf(p), "fine")),
                Arbitraries.longs().between(0, 3).map(each -> new Amount.PerUnit(each, "deaths")),
                Arbitraries.just(new Amount.Chosen(1L, 2L, Role.ADJUDICATOR)));
        Arbitrary<List<Amount.Uplift>> uplifts = tests().map(
                        test -> new Amount.Uplift("up", List.of(test), BigDecimal.TEN))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(bases, Arbitraries.of(2L).injectNull(0.7), uplifts)
                .as((base, cap, up) -> new Amount(base, null, cap, up, false, null));
    }

    private static Arbitrary<Component> components() {
        return Arbitraries.oneOf(
                amounts().map(Component.Cash::new),
                amounts().map(Component.Cash::new),
                amounts().map(Component.Points::new),
                amounts().map(amount -> new Component.Collective("TEAM", amount)),
                Arbitraries.just(new Component.Honour("STAR", NAME)));
    }

    private record Draft(List<FactTest> when, List<Component> then) {}

    private static Arbitrary<Group> groups() {
        Arbitrary<Draft> rules = Combinators.combine(
                        tests().list().ofMaxSize(2),
                        components().list().ofMinSize(1).ofMaxSize(2))
                .as(Draft::new);
        return Combinators.combine(
                        Arbitraries.of(Combine.class),
                        rules.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(Otherwise.class).injectNull(0.3))
                .as((combine, drafts, otherwise) -> new Group(
                        "g",
                        combine,
                        IntStream.range(0, drafts.size())
                                .mapToObj(i -> new Rule(
                                        "r" + i,
                                        NAME,
                                        drafts.get(i).when(),
                                        drafts.get(i).then(),
                                        null,
                                        null,
                                        null))
                                .toList(),
                        otherwise,
                        Role.ADJUDICATOR,
                        null,
                        List.of()));
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<List<Together>> together = Arbitraries.of(Together.Choice.class)
                .map(choice -> new Together("t", choice, List.of("g0", "g1")))
                .list()
                .ofMaxSize(1);
        Arbitrary<List<Cap>> caps = Arbitraries.of(CapScope.PER_DECISION, CapScope.PER_PERSON_MONTH)
                .map(scope -> new Cap("cap", scope, "CASH", 3, null))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(
                        groups().list().ofMinSize(1).ofMaxSize(3),
                        together,
                        caps,
                        Arbitraries.of(Sharing.FIRST_ONLY, Sharing.EACH_FULL, Sharing.EQUAL_SPLIT),
                        Arbitraries.of(Separate.class))
                .as((groups, notBoth, limits, sharing, separate) -> new Schedule(
                        named(groups),
                        groups.size() < 2 ? List.of() : notBoth,
                        Map.of(),
                        sharing,
                        separate,
                        null,
                        null,
                        false,
                        Remainder.ONE_FEN_EACH,
                        false,
                        limits,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<Group> named(List<Group> groups) {
        List<Group> named = new ArrayList<>();
        for (Group g : groups) {
            String code = "g" + named.size();
            named.add(
                    new Group(code, g.combine(), g.rules(), g.otherwise(), g.adjudicator(), g.sharing(), g.monotone()));
        }
        return named;
    }

    @Provide
    Arbitrary<List<RewardCase>> cases() {
        Arbitrary<Map<String, String>> facts = Combinators.combine(
                        Arbitraries.of("", "LOW", "MEDIUM", "HIGH"),
                        Arbitraries.of("", "a", "b", "x", "y", "NO_HAZARD"),
                        Arbitraries.of("", "true", "false"),
                        Arbitraries.of("", "0", "1", "2", "3", "7"),
                        Arbitraries.of("", "0", "1", "2", "5", "6"),
                        Arbitraries.of("", "1970-01-01", "1970-01-02", "1970-01-05", "1970-01-09"),
                        Arbitraries.of("", "", "GENERAL", "NO_HAZARD"))
                .as((effect, place, listed, deaths, fine, day, grade) -> Map.of(
                        "effect",
                        effect,
                        "place",
                        place,
                        "listed",
                        listed,
                        "deaths",
                        deaths,
                        "fine",
                        fine,
                        "submittedOn",
                        day,
                        "grade",
                        grade));
        Arbitrary<Map<String, Long>> chosen = Arbitraries.of("r0", "r1", "r0.CASH", "g0", "g1.POINTS")
                .map(code -> Map.of(code, 1L))
                .injectNull(0.3)
                .map(given -> given == null ? Map.of() : given);
        return Combinators.combine(facts, Arbitraries.integers().between(0, 9), chosen)
                .as((of, who, amounts) -> new RewardCase(
                        of,
                        people(who),
                        amounts,
                        Map.of(),
                        Set.of(),
                        Map.of(),
                        Map.of("cap", (long) who % 3),
                        who == 5
                                ? List.of(new Earlier(1, "r0", "CASH", "", 1, Earlier.Origin.SAME_HAZARD))
                                : List.of()))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    /** Mostly one; or one who has nothing, one with facts of his own, two who signed together, or two apart. */
    private static List<Beneficiary> people(int who) {
        return switch (who) {
            case 0 -> List.of(person(1, 1, Map.of(), List.of(new Beneficiary.Reason("SHUT", ""))));
            case 1 -> List.of(person(1, 1, Map.of("effect", "HIGH", "deaths", "2"), List.of()));
            case 2 -> List.of(person(1, 1, Map.of(), List.of()), person(2, 1, Map.of("place", "b"), List.of()));
            case 3 -> List.of(person(2, 1, Map.of(), List.of()), person(1, 2, Map.of("fine", "4"), List.of()));
            case 4 -> List.of(person(2, 1, Map.of(), List.of()));
            default -> List.of(Beneficiary.alone());
        };
    }

    private static Beneficiary person(
            int ordinal, int filing, Map<String, String> own, List<Beneficiary.Reason> refusals) {
        return new Beneficiary(
                ordinal,
                filing,
                Instant.EPOCH.plusSeconds(filing),
                true,
                new HashMap<>(own),
                Set.of(),
                refusals,
                Map.of());
    }
}
