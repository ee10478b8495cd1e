package io.hazardreport.jdbc;

class MariaDbRepeatableReadJournalTest extends JdbcContract {

    MariaDbRepeatableReadJournalTest() {
        super(Databases.MARIADB, "TRANSACTION_REPEATABLE_READ", true);
    }
}
