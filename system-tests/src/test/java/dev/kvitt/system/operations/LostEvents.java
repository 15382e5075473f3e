package dev.kvitt.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.postgres.DatabaseAdmin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What somebody has deleted by hand from payment-service's database: it was read from Kafka, and was never applied. */
final class LostEvents {

    private final DatabaseAdmin admin;
    private final String key;
    private final List<UUID> ids = new ArrayList<>();

    private LostEvents(DatabaseAdmin admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /**
     * Deletes what is parked of a sale instead of having it tried again.
     *
     * @param key of the sale
     */
    static LostEvents ofParked(DatabaseAdmin admin, String key) {
        var lost = new LostEvents(admin, key);
        lost.delete();
        assertThat(lost.ids).isNotEmpty();
        return lost;
    }

    private void delete() {
        try (var connection = admin.connect("payment");
                var delete = connection.prepareStatement("delete from parked where key = ? returning event_id")) {
            delete.setString(1, key);
            var rows = delete.executeQuery();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nothing could be lost", e);
        }
    }

    /** Whether the sale knows of all of them by now. */
    boolean isApplied() {
        try (var connection = admin.connect("payment");
                var select = connection.prepareStatement("select 1 from entity where key = ? and applied @> ?")) {
            select.setString(1, key);
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("payment-service's database cannot be read", e);
        }
    }
}
