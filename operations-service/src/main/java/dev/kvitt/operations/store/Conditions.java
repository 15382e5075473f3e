package dev.kvitt.operations.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a search asks for, as SQL with its values apart. */
final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions equal(String column, String value) {
        return value == null ? this : add(column + " = ?", value);
    }

    Conditions number(String condition, Long value) {
        return value == null ? this : add(condition, value);
    }

    Conditions time(String condition, Instant value) {
        return value == null ? this : add(condition, value.atOffset(ZoneOffset.UTC));
    }

    /** The beginning of a sale's id or of a reference. */
    Conditions text(String value) {
        if (value == null) {
            return this;
        }
        var prefix = value.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        add("(s.sale_id like ? or s.key in (select p.key from payment p where p.reference like ?))", prefix);
        values.add(prefix);
        return this;
    }

    Conditions after(SaleQuery.Cursor cursor) {
        if (cursor == null) {
            return this;
        }
        add("(s.last_at, s.key) < (?, ?)", cursor.lastAt().atOffset(ZoneOffset.UTC));
        values.add(cursor.key());
        return this;
    }

    private Conditions add(String condition, Object value) {
        parts.add(condition);
        values.add(value);
        return this;
    }

    String sql() {
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
