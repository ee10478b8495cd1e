package io.hazardreport.jdbc;

class H2RepeatableReadJournalTest extends JdbcContract {

    H2RepeatableReadJournalTest() {
        super(Databases.H2, "TRANSACTION_REPEATABLE_READ", false);
    }
}
