package dev.kvitt.operations.api;

import dev.kvitt.operations.store.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of deadlines ended, as text that means nothing to whoever hands it back. */
final class DeadlineCursors {

    private DeadlineCursors() {}

    static String text(Deadline last) {
        var reference = last.reference() == null ? "" : last.reference();
        var plain = String.join("\n", last.due().toString(), last.msn(), last.saleId(), last.why(), reference);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** What the page after it needs to know; null for the first page. */
    static Deadline of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != 5) {
                throw bad();
            }
            var due = Instant.parse(parts[0]);
            return new Deadline(parts[1], parts[2], parts[4], null, null, 0, null, null, null, parts[3], due, due);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad();
        }
    }

    private static Problem bad() {
        return Problem.badRequest("bad-after", "after is the next of an earlier answer, as it was.");
    }
}
