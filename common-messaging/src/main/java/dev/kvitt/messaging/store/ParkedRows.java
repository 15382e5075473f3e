package dev.kvitt.messaging.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.messaging.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is parked, for people to look at. Changes nothing. */
public final class ParkedRows {

    private ParkedRows() {}

    /**
     * An entity that waits for a person.
     *
     * @param reason why the first of its messages could not be processed; kinds of errors and places, no values
     * @param since when it was parked, by the clock of the process that did
     * @param waiting messages that wait, the first included
     */
    public record ParkedEntity(String key, String reason, Instant since, int waiting) {}

    /**
     * A message as it was read.
     *
     * @param type as its writer calls it; empty when it names none
     * @param eventId what makes a repetition a repetition
     * @param value as text; absent in a tombstone and where it is none
     * @param valueBase64 where it is no text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaitingMessage(
            String topic,
            int partition,
            long offset,
            String type,
            UUID eventId,
            Map<String, String> headers,
            String value,
            String valueBase64,
            String reason,
            Instant parkedAt) {}

    /** Behind the key {@code after}, in the order of keys as Java has it, whatever the database's is. */
    public static List<ParkedEntity> entities(Connection connection, String after, int limit) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select w.key, p.reason, p.parked_at, w.waiting
                from (select key, min(id) as id, count(*) as waiting from parked where key collate "C" > ?
                    group by key order by key collate "C" limit ?) w
                join parked p using (id) order by w.key collate "C\"""")) {
            select.setString(1, after);
            select.setInt(2, limit);
            var rows = select.executeQuery();
            var found = new ArrayList<ParkedEntity>();
            while (rows.next()) {
                found.add(new ParkedEntity(rows.getString(1), rows.getString(2), instant(rows, 3), rows.getInt(4)));
            }
            return found;
        }
    }

    /**
     * Some of what waits for one key, in the order in which it waits.
     *
     * @param waiting all that waits, those before and behind included; 0 when the key is not parked
     * @param last of these; what follows stands behind it. Absent when nothing does
     */
    public record WaitingMessages(List<WaitingMessage> items, int waiting, Long last) {}

    /**
     * @param after as {@code last} was told; 0 for the first
     * @param limit messages, 1 or more
     */
    public static WaitingMessages messages(Connection connection, String key, long after, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select topic, partition, "offset", event_id, headers, value, reason, parked_at, id
                from parked where key = ? and id > ? order by id limit ?""")) {
            select.setString(1, key);
            select.setLong(2, after);
            select.setInt(3, limit + 1);
            var rows = select.executeQuery();
            var found = new ArrayList<WaitingMessage>();
            var last = 0L;
            while (found.size() < limit && rows.next()) {
                found.add(message(rows));
                last = rows.getLong(9);
            }
            return new WaitingMessages(found, waiting(connection, key), rows.next() ? last : null);
        }
    }

    private static int waiting(Connection connection, String key) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from parked where key = ?")) {
            select.setString(1, key);
            var rows = select.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private static WaitingMessage message(ResultSet rows) throws SQLException {
        var headers = Json.strings(rows.getString(5));
        var value = rows.getBytes(6);
        var text = text(value);
        return new WaitingMessage(
                rows.getString(1),
                rows.getInt(2),
                rows.getLong(3),
                headers.getOrDefault("ce_type", ""),
                rows.getObject(4, UUID.class),
                headers,
                text,
                text == null && value != null ? Base64.getEncoder().encodeToString(value) : null,
                rows.getString(7),
                instant(rows, 8));
    }

    private static String text(byte[] value) {
        if (value == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
