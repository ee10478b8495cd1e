package io.hazardreport.jdbc;

class PostgreSqlRepeatableReadJournalTest extends JdbcContract {

    PostgreSqlRepeatableReadJournalTest() {
        super(Databases.POSTGRESQL, "TRANSACTION_REPEATABLE_READ", false);
    }
}
