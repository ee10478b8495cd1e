package io.hazardreport.jdbc;

class MariaDbJournalTest extends JdbcContract {

    MariaDbJournalTest() {
        super(Databases.MARIADB, "TRANSACTION_READ_COMMITTED", false);
    }
}
