package io.hazardreport.jdbc;

class H2JournalTest extends JdbcContract {

    H2JournalTest() {
        super(Databases.H2, "TRANSACTION_READ_COMMITTED", true);
    }
}
