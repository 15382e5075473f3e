package dev.kvitt.operations.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A moment inside a sentence. The zone is said, since no page puts another one beside it there. */
final class Moment {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Moment() {}

    /** To the second, such as {@code 2026-11-29 21:12:35 UTC}. */
    static String words(Instant moment) {
        return WORDS.format(moment);
    }
}
