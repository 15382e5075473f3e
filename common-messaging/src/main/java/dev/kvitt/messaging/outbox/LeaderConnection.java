package dev.kvitt.messaging.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * The connection whose life is a leader's time in office. Both ends must notice soon when the other is gone without a
 * word: we, to stop believing that we lead; PostgreSQL, to give the lock to somebody else.
 */
final class LeaderConnection {

    /** Seconds without any answer after which we give the connection up. Far longer than any statement here takes. */
    static final int ANSWER_LIMIT_SECONDS = 30;

    /** PostgreSQL asks after 10 silent seconds, 3 times in 5 seconds each, and gives up on what is not acknowledged. */
    private static final List<String> SERVER_SIDE = List.of(
            "set tcp_keepalives_idle = 10",
            "set tcp_keepalives_interval = 5",
            "set tcp_keepalives_count = 3",
            "set tcp_user_timeout = '30s'");

    private LeaderConnection() {}

    /** What stands in the URL wins over the limits here. */
    static Connection open(String directUrl) throws SQLException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "kvitt-outbox");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", Integer.toString(ANSWER_LIMIT_SECONDS));
        var connection = DriverManager.getConnection(directUrl, properties);
        try (var set = connection.createStatement()) {
            for (var setting : SERVER_SIDE) {
                set.execute(setting);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
