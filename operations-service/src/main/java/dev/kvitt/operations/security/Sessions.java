package dev.kvitt.operations.security;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Who is logged in at the console, in the database, so that every replica knows and a logout is one everywhere. Only hashes are kept of what browsers hold. */
@Singleton
class Sessions {

    private final Transactions transactions;
    private final AccessConfig.Login limits;
    private final InstantSource clock;

    Sessions(Transactions transactions, AccessConfig config, InstantSource clock) {
        this.transactions = transactions;
        this.limits = config.login();
        this.clock = clock;
    }

    /** @return what the browser is given, and nobody else */
    String begin(String user) {
        var token = Hashes.random();
        var now = clock.instant();
        transactions.run(connection -> {
            forgetOld(connection, now);
            try (var insert = connection.prepareStatement(
                    "insert into login_session (token_hash, user_name, ends_at, idle_at) values (?, ?, ?, ?)")) {
                insert.setBytes(1, Hashes.of(token));
                insert.setString(2, user);
                insert.setTimestamp(3, Timestamp.from(now.plus(limits.longest())));
                insert.setTimestamp(4, Timestamp.from(now.plus(limits.idleFor())));
                return insert.executeUpdate();
            }
        });
        return token;
    }

    /**
     * The name of whose session it is.
     *
     * @param byPerson it was used by a person, and goes on; a page that loads itself anew shows nobody before it
     */
    Optional<String> user(String token, boolean byPerson) {
        var now = clock.instant();
        return transactions.run(connection -> {
            try (var update = connection.prepareStatement("update login_session set idle_at = greatest(idle_at, ?)"
                    + " where token_hash = ? and ends_at > ? and idle_at > ? returning user_name")) {
                update.setTimestamp(1, Timestamp.from(byPerson ? now.plus(limits.idleFor()) : now));
                update.setBytes(2, Hashes.of(token));
                update.setTimestamp(3, Timestamp.from(now));
                update.setTimestamp(4, Timestamp.from(now));
                try (var row = update.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    void end(String token) {
        transactions.run(connection -> {
            try (var delete = connection.prepareStatement("delete from login_session where token_hash = ?")) {
                delete.setBytes(1, Hashes.of(token));
                return delete.executeUpdate();
            }
        });
    }

    private static void forgetOld(Connection connection, Instant now) throws SQLException {
        try (var delete = connection.prepareStatement("delete from login_session where ends_at <= ? or idle_at <= ?")) {
            delete.setTimestamp(1, Timestamp.from(now));
            delete.setTimestamp(2, Timestamp.from(now));
            delete.executeUpdate();
        }
    }
}
