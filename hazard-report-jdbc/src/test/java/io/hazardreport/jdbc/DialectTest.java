package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    @ParameterizedTest
    @CsvSource({"H2,H2", "PostgreSQL,POSTGRESQL", "MariaDB,MARIADB", "MySQL,MARIADB"})
    void isKnownByTheProductsName(String product, Dialect dialect) {
        assertThat(Dialect.of(product)).isEqualTo(dialect);
    }

    @Test
    void refusesAnUnknownDatabaseWithTheListOfKnownOnes() {
        ConnectionSource derby = ConnectionSource.joining(connectionTo("Apache Derby"));

        assertThatThrownBy(() -> JdbcJournal.of(derby, JdbcSettings.defaults()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Apache Derby")
                .hasMessageContaining("H2, PostgreSQL, MariaDB, MySQL")
                .hasMessageContaining("[H2, POSTGRESQL, MARIADB]");
    }

    @Test
    void takesTheDialectThatIsSetWithoutAsking() {
        ConnectionSource kingbase = ConnectionSource.joining(connectionTo("KingbaseES"));

        assertThat(JdbcSchema.of(kingbase, JdbcSettings.defaults().withDialect(Dialect.POSTGRESQL))
                        .statements())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "H2,23505,23505,true",
        "POSTGRESQL,23505,0,true",
        "MARIADB,23000,1062,true",
        "POSTGRESQL,23503,0,false",
        "MARIADB,23000,1452,false",
        "MARIADB,23000,1048,false"
    })
    void tellsADuplicateFromOtherViolations(Dialect dialect, String state, int code, boolean duplicate) {
        assertThat(dialect.isDuplicate(new SQLException("", state, code))).isEqualTo(duplicate);
    }

    @ParameterizedTest
    @CsvSource({
        "H2,40001,40001",
        "H2,HYT00,50200",
        "H2,90131,90131",
        "POSTGRESQL,40001,0",
        "POSTGRESQL,40P01,0",
        "POSTGRESQL,55P03,0",
        "MARIADB,40001,1213",
        "MARIADB,HY000,1205",
        "MARIADB,HY000,1020"
    })
    void knowsWhatTheDatabaseGaveUp(Dialect dialect, String state, int code) {
        SQLException cause = new SQLException("", state, code);
        BatchUpdateException batch = new BatchUpdateException("", null, 0, new int[0]);
        batch.setNextException(cause);

        assertThat(dialect.isLost(cause)).isTrue();
        assertThat(dialect.isLost(batch)).isTrue();
        assertThat(dialect.isDuplicate(cause)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HR_", "1_", "hr-", "hr;", "hr ", "a12345678901234567890"})
    void refusesAPrefixThatCouldNotBePartOfAName(String prefix) {
        assertThatThrownBy(() -> JdbcSettings.defaults().withPrefix(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(prefix);
    }

    private static Connection connectionTo(String product) {
        Object metaData = Proxy.newProxyInstance(
                DialectTest.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> product);
        return (Connection) Proxy.newProxyInstance(
                DialectTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("getMetaData") ? metaData : Boolean.FALSE);
    }
}
