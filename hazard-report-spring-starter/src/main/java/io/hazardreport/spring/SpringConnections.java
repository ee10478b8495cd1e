package io.hazardreport.spring;

import io.hazardreport.jdbc.ConnectionSource;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Joins the Spring transaction that is running on the DataSource, if one is. */
record SpringConnections(DataSource dataSource) implements ConnectionSource {

    @Override
    public Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }

    @Override
    public void release(Connection connection) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }

    @Override
    public boolean joined(Connection connection) {
        return DataSourceUtils.isConnectionTransactional(connection, dataSource);
    }
}
