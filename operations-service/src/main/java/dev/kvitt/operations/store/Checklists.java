package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checklists that were made. */
@Singleton
public class Checklists {

    private final Transactions transactions;

    Checklists(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param list as JSON
     * @param report as Markdown
     */
    public record Made(String list, String report) {}

    public void keep(UUID id, String msn, String madeBy, Instant madeAt, Made made) {
        transactions.run(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into public.checklist (id, msn, made_by, made_at, list, report) values (?, ?, ?, ?, ?::json, ?)")) {
                insert.setObject(1, id);
                insert.setString(2, msn);
                insert.setString(3, madeBy);
                insert.setTimestamp(4, Timestamp.from(madeAt));
                insert.setString(5, made.list());
                insert.setString(6, made.report());
                return insert.executeUpdate();
            }
        });
    }

    /** One that was made, without what stands in it. */
    public record Kept(UUID id, String msn, String madeBy, Instant madeAt) {}

    /** The latest 50, the latest first. */
    public List<Kept> latest() {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    "select id, msn, made_by, made_at from public.checklist order by made_at desc, id limit 50")) {
                var rows = select.executeQuery();
                var found = new ArrayList<Kept>();
                while (rows.next()) {
                    found.add(new Kept(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getTimestamp(4).toInstant()));
                }
                return found;
            }
        });
    }

    public Optional<Made> find(UUID id) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement("select list, report from public.checklist where id = ?")) {
                select.setObject(1, id);
                var row = select.executeQuery();
                return row.next() ? Optional.of(new Made(row.getString(1), row.getString(2))) : Optional.empty();
            }
        });
    }
}
