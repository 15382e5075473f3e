package dev.kvitt.operations.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.security.WhoAsks;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who has decided what and why. Rows are added and never changed. */
@Singleton
public class Audit {

    private final Transactions transactions;
    private final InstantSource clock;
    private final WhoAsks whoAsks;

    Audit(Transactions transactions, InstantSource clock, WhoAsks whoAsks) {
        this.transactions = transactions;
        this.clock = clock;
        this.whoAsks = whoAsks;
    }

    /**
     * One decision.
     *
     * @param who an operator's id
     * @param what in a word: unpark, release, ask, skip, replay, …
     * @param key {@code msn/saleId}; absent where it is about no single sale
     * @param details by name, nothing about a customer; {@code name} is who it was, as they logged in, where the id does not say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long id, Instant at, String who, String what, String key, String reason, Map<String, String> details) {}

    /** In a transaction of its own, for what is not done in this database. */
    public void record(String who, String what, String key, String reason, Map<String, String> details) {
        transactions.run(connection -> {
            add(connection, who, what, key, reason, details);
            return null;
        });
    }

    /** In the transaction of what was decided. {@code who} is an operator's id. */
    public void add(
            Connection connection, String who, String what, String key, String reason, Map<String, String> details)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into audit (at, who, what, key, reason, details) values (?, ?, ?, ?, ?, ?::json)")) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setString(3, what);
            insert.setString(4, key);
            insert.setString(5, reason);
            insert.setString(6, Json.write(withName(who, details)));
            insert.executeUpdate();
        }
    }

    private Map<String, String> withName(String who, Map<String, String> details) {
        var name = whoAsks.nameBeside(who);
        if (name.isEmpty()) {
            return details;
        }
        var all = new TreeMap<>(details);
        all.put("name", name.get());
        return all;
    }

    /**
     * The latest first.
     *
     * @param key absent for all
     * @param before only what has a smaller id
     */
    public List<Entry> list(String key, long before, int limit) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    """
                    select id, at, who, what, key, reason, details from audit
                    where id < ? and (?::text is null or key = ?) order by id desc limit ?""")) {
                select.setLong(1, before);
                select.setString(2, key);
                select.setString(3, key);
                select.setInt(4, limit);
                var rows = select.executeQuery();
                var found = new ArrayList<Entry>();
                while (rows.next()) {
                    found.add(new Entry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            Json.strings(rows.getString(7))));
                }
                return found;
            }
        });
    }
}
