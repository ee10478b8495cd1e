package io.hazardreport.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections come from, and whose transactions they carry. Implementations are as thread-safe as their use. */
public interface ConnectionSource {

    Connection connection() throws SQLException;

    /** Gives back what {@link #connection()} gave; called once for each. */
    void release(Connection connection) throws SQLException;

    /**
     * Whether a transaction of the host is running on this connection. If so it is never committed and never rolled back
     * beyond a savepoint of the library's own; otherwise each action is a transaction by itself.
     */
    boolean joined(Connection connection) throws SQLException;

    /** Each action is a transaction of its own; the connection's auto-commit is put back as it was. */
    static ConnectionSource owning(DataSource dataSource) {
        return new ConnectionSource() {
            @Override
            public Connection connection() throws SQLException {
                return dataSource.getConnection();
            }

            @Override
            public void release(Connection connection) throws SQLException {
                connection.close();
            }

            @Override
            public boolean joined(Connection connection) {
                return false;
            }
        };
    }

    /**
     * All actions take part in the transaction on this connection, which stays the host's to commit, roll back and close.
     * For one thread at a time.
     */
    static ConnectionSource joining(Connection hosts) {
        return new ConnectionSource() {
            @Override
            public Connection connection() throws SQLException {
                if (hosts.getAutoCommit()) {
                    throw new IllegalStateException("a connection with auto-commit has no transaction to join");
                }
                return hosts;
            }

            @Override
            public void release(Connection connection) {}

            @Override
            public boolean joined(Connection connection) {
                return true;
            }
        };
    }
}
