package dev.kvitt.operations.api;

import dev.kvitt.operations.store.SaleQuery.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of sales ended, as text that means nothing to whoever hands it back. */
public final class Cursors {

    private Cursors() {}

    public static String text(Cursor cursor) {
        var plain = cursor.lastAt() + " " + cursor.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @return null for nothing */
    public static Cursor of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var space = plain.indexOf(' ');
            return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
        } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw Problem.badRequest("bad-after", "after is the next of an earlier answer, as it was.");
        }
    }
}
