package io.hazardreport.jdbc;

class PostgreSqlSchemaTest extends SchemaContract {

    PostgreSqlSchemaTest() {
        super(Databases.POSTGRESQL);
    }
}
