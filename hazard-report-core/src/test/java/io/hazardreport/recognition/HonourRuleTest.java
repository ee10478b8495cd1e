package io.hazardreport.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.recognition.HonourRule.Nomination;
import io.hazardreport.recognition.HonourRule.Of;
import io.hazardreport.recognition.HonourRule.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HonourRuleTest {

    private static Merit merit(String person, String department, long score) {
        return new Merit(person, department, 1, 1, score, 0, 0, Money.ZERO);
    }

    private static HonourRule rule(Quota quota) {
        return new HonourRule("STAR", Text.of("安全之星", "safety star"), Of.PERSON, quota, 100, true);
    }

    @Example
    void roundsTheQuotaAsTheRuleStates() {
        BigDecimal five = new BigDecimal("5");
        assertThat(new Quota(null, five, RoundingMode.DOWN, 0).placesFor(39)).isEqualTo(1);
        assertThat(new Quota(null, five, RoundingMode.HALF_UP, 0).placesFor(39)).isEqualTo(2);
        assertThat(new Quota(null, five, RoundingMode.UP, 0).placesFor(21)).isEqualTo(2);
        assertThat(new Quota(null, five, RoundingMode.DOWN, 1).placesFor(3)).isEqualTo(1);
        assertThat(new Quota(10, null, RoundingMode.DOWN, 0).placesFor(4)).isEqualTo(4);
        assertThat(new Quota(null, five, RoundingMode.DOWN, 1).placesFor(0)).isZero();
    }

    @Example
    void saysOfEverybodyHowHeStands() {
        List<Nomination> list = rule(new Quota(2, null, RoundingMode.DOWN, 0))
                .nominate(
                        List.of(
                                merit("A", "d1", 300),
                                merit("B", "d1", 200),
                                merit("C", "d1", 200),
                                merit("D", "d1", 150),
                                merit("E", "d1", 99),
                                merit("F", "d2", 900),
                                Merit.none("G", "d1")),
                        Set.of("d2"));
        assertThat(list)
                .extracting(n -> n.merit().subject(), Nomination::rank, Nomination::standing)
                .containsExactly(
                        tuple("A", 1, Standing.NOMINATED),
                        tuple("B", 2, Standing.TIED),
                        tuple("C", 2, Standing.TIED),
                        tuple("D", 4, Standing.OUTSIDE_QUOTA),
                        tuple("E", 0, Standing.BELOW_MINIMUM),
                        tuple("F", 0, Standing.ACCIDENT),
                        tuple("G", 0, Standing.NOTHING_TO_HONOUR));
    }

    @Property(tries = 300)
    void neverNominatesMoreThanThePlacesAndNobodyBeforeABetterOne(
            @ForAll @Size(max = 20) List<@IntRange(max = 500) Integer> scores, @ForAll @IntRange(max = 10) int places) {
        List<Merit> merits = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            merits.add(merit("P" + i, "d", scores.get(i)));
        }
        List<Nomination> list =
                rule(new Quota(places, null, RoundingMode.DOWN, 0)).nominate(merits, Set.of());
        assertThat(list).hasSameSizeAs(merits);
        assertThat(list.stream().filter(n -> n.standing() == Standing.NOMINATED).count())
                .isLessThanOrEqualTo(places);
        long worst = list.stream()
                .filter(n -> n.standing() == Standing.NOMINATED)
                .mapToLong(n -> n.merit().score())
                .min()
                .orElse(Long.MAX_VALUE);
        assertThat(list)
                .filteredOn(n -> n.standing() == Standing.OUTSIDE_QUOTA || n.standing() == Standing.TIED)
                .allSatisfy(n -> assertThat(n.merit().score()).isLessThan(worst));
    }
}
