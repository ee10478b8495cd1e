package io.hazardreport.jdbc;

class H2SchemaTest extends SchemaContract {

    H2SchemaTest() {
        super(Databases.H2);
    }
}
