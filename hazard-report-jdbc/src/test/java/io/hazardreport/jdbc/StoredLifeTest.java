package io.hazardreport.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.Plant;
import io.hazardreport.RandomLife;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants of the loops, whatever people try, on every database. */
class StoredLifeTest {

    @ParameterizedTest
    @CsvSource({"H2, 1", "H2, 2", "H2, 3", "H2, 4", "H2, 5", "POSTGRESQL, 6", "MARIADB, 7"})
    void theInvariantsHoldOnEveryDatabase(Databases database, long seed) {
        try (HikariDataSource pool = database.pool()) {
            JdbcSettings settings = Databases.freshSettings();
            JdbcSchema.of(pool, settings).create();
            new RandomLife(new Plant(JdbcJournal.of(pool, settings)))
                    .live(new Random(seed).ints(150, 0, 1_000_000).boxed().toList());
        }
    }
}
