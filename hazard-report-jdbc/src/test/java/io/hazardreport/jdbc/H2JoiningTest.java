package io.hazardreport.jdbc;

class H2JoiningTest extends JoiningContract {

    H2JoiningTest() {
        super(Databases.H2);
    }
}
