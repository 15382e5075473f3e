package dev.kvitt.shop;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of sales, unique for ever: till, time and chance, so that no counter can be lost. */
final class SaleIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHANCES = 1 << 24;

    private SaleIds() {}

    static String next(String tillId, Instant now) {
        return "%s-%s-%06x"
                .formatted(tillId.replaceAll("[^A-Za-z0-9-]", "-"), TIME.format(now), RANDOM.nextInt(CHANCES));
    }
}
