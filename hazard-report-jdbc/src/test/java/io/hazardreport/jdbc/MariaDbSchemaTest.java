package io.hazardreport.jdbc;

class MariaDbSchemaTest extends SchemaContract {

    MariaDbSchemaTest() {
        super(Databases.MARIADB);
    }
}
