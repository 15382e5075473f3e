package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.Basket;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.Scan;
import dev.kvitt.checkin.domain.TillCode;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two processes at one till's code. */
class TillCodesTest extends TwoProcesses {

    private static final Msn MSN = new Msn("123456");
    private static final PrintedCode CODE = new PrintedCode(MSN, "till-qr-1");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofSeconds(5));
    private static final Basket BASKET = Basket.of(
            UUID.fromString("6d1a7b3c-0000-5000-8000-000000000002"),
            new SaleContext(MSN, new SaleId("coffee-1"), "oslo-s", "till-1", CODE.qrId()),
            NOW,
            NOW.plusSeconds(120));
    private static final Scan SCAN =
            new Scan(UUID.fromString("6d1a7b3c-0000-5000-8000-000000000001"), new Sealed("a.b.c.d.e"), NOW, NOW, null);

    @Test
    void a_basket_and_a_scan_that_come_at_the_same_moment_meet() throws Exception {
        assertThat(TillCodes.take(one, CODE)).contains(TillCode.EMPTY);
        one.commit();

        var withBasket = TillCodes.take(one, CODE).orElseThrow().opened(BASKET);
        assertThat(TillCodes.take(other, CODE))
                .as("the scan, which does not see the basket yet and would wait for it in vain")
                .isEmpty();
        TillCodes.put(one, CODE, withBasket);
        one.commit();

        var withBoth = TillCodes.take(other, CODE).orElseThrow().scanned(SCAN);
        assertThat(withBoth.settled(NOW, LIMITS).meetings()).containsExactly(new TillCode.Meeting(BASKET, SCAN));
    }
}
