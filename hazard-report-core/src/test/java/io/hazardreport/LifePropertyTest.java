package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.statistics.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LifePropertyTest {

    @Property(tries = 120)
    void whateverPeopleTryTheInvariantsHold(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> choices) {
        new RandomLife(new Plant()).live(choices);
    }

    @Test
    void aLongLifeGetsFarEnoughToMeanSomething() {
        Plant plant = new Plant();
        RandomLife life = new RandomLife(plant);
        life.live(new Random(7).ints(700, 0, 1_000_000).boxed().toList());
        assertThat(life.accepted()).isGreaterThan(150);
        assertThat(plant.reporting
                        .figures()
                        .funds(Plant.UNIT, 2024)
                        .lines()
                        .get(0)
                        .used()
                        .isPositive())
                .isTrue();
        assertThat(plant.reporting
                        .figures()
                        .tally(Plant.UNIT)
                        .stock(Figure.OPEN, LocalDate.parse("2030-01-01"), cell -> true))
                .isPositive();
    }
}
