package dev.kvitt.system.operations;

import dev.kvitt.local.postgres.DatabaseAdmin;
import java.sql.SQLException;

/** What a bug in payment-service would do to one sale: it cannot say that the money is reserved, until the bug is mended. */
final class ParkedForReal implements AutoCloseable {

    /** PostgreSQL's code of a constraint that does not hold: no other attempt would go better. */
    private static final String BUG =
            """
            create function bug() returns trigger language plpgsql as $$
            begin raise exception 'a bug' using errcode = '23514'; end $$;
            create trigger bug before insert on outbox for each row
            when (new.key = '%s' and new.headers ->> 'ce_type' = 'kvitt.payment.authorized.v1') execute function bug()""";

    private final DatabaseAdmin admin;

    /** @param key of the sale */
    ParkedForReal(DatabaseAdmin admin, String key) {
        this.admin = admin;
        execute(BUG.formatted(key));
    }

    @Override
    public void close() {
        execute("drop trigger bug on outbox; drop function bug()");
    }

    private void execute(String sql) {
        try (var connection = admin.connect("payment");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the bug could be neither made nor mended", e);
        }
    }
}
