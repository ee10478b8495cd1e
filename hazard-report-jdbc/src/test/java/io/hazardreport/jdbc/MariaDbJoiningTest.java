package io.hazardreport.jdbc;

class MariaDbJoiningTest extends JoiningContract {

    MariaDbJoiningTest() {
        super(Databases.MARIADB);
    }
}
