package io.hazardreport.jdbc;

class PostgreSqlJoiningTest extends JoiningContract {

    PostgreSqlJoiningTest() {
        super(Databases.POSTGRESQL);
    }
}
