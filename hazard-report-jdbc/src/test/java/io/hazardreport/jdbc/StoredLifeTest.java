package io.hazardreport.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.Plant;
import io.hazardreport.RandomLife;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants of the loops, whatever people try, on every database. */
class StoredLifeTest {

    @Property(tries = 12)
    void whateverPeopleTryTheInvariantsHoldOnH2(
            @ForAll @Size(min = 20, max = 70) List<@IntRange(min = 0, max = 1_000_000) Integer> choices) {
        live(Databases.H2, choices);
    }

    @Property(tries = 8)
    void whateverPeopleTryTheInvariantsHoldOnPostgres(
            @ForAll @Size(min = 20, max = 70) List<@IntRange(min = 0, max = 1_000_000) Integer> choices) {
        live(Databases.POSTGRESQL, choices);
    }

    @Property(tries = 8)
    @AddLifecycleHook(WithMariaDb.class)
    void whateverPeopleTryTheInvariantsHoldOnMariaDb(
            @ForAll @Size(min = 20, max = 70) List<@IntRange(min = 0, max = 1_000_000) Integer> choices) {
        live(Databases.MARIADB, choices);
    }

    @ParameterizedTest
    @CsvSource({"H2, 1", "POSTGRESQL, 6", "MARIADB, 7"})
    void aLongLifeKeepsTheInvariantsOnEveryDatabase(Databases database, long seed) {
        live(database, new Random(seed).ints(150, 0, 1_000_000).boxed().toList());
    }

    private static void live(Databases database, List<Integer> choices) {
        try (HikariDataSource pool = database.pool()) {
            JdbcSettings settings = Databases.freshSettings();
            JdbcSchema.of(pool, settings).create();
            new RandomLife(new Plant(JdbcJournal.of(pool, settings))).live(choices);
        }
    }
}
