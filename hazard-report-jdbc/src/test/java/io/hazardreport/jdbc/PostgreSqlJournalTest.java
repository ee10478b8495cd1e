package io.hazardreport.jdbc;

class PostgreSqlJournalTest extends JdbcContract {

    PostgreSqlJournalTest() {
        super(Databases.POSTGRESQL, "TRANSACTION_READ_COMMITTED", true);
    }
}
