package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.Basket.Need;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happens at one till's code, told in business words. */
final class TillStory {

    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofSeconds(5));

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Msn MSN = new Msn("123456");

    private Instant now = START;
    private TillCode code = TillCode.EMPTY;
    private final List<String> meetings = new ArrayList<>();

    TillStory after(int seconds) {
        now = now.plusSeconds(seconds);
        return settle(code);
    }

    TillStory opened(String sale) {
        return opened(sale, 120);
    }

    TillStory opened(String sale, int validSeconds) {
        return settle(code.opened(basket(sale, validSeconds, "opening")));
    }

    /** By another request of the till, after the first was refused. */
    TillStory corrected(String sale) {
        return settle(code.opened(basket(sale, 120, "corrected opening")));
    }

    TillStory refused(String sale) {
        return settle(code.refused(key(sale)));
    }

    TillStory scanned(String customer) {
        var scan = new Scan(id(customer), new Sealed("a.b.c.d." + customer), now, now, null);
        return settle(code.scanned(scan));
    }

    TillStory needs(String sale, Need need) {
        return settle(code.needs(basket(sale, 120, "opening"), need));
    }

    TillStory over(String sale) {
        return needs(sale, Need.NOTHING);
    }

    /** The code is in this till since then; the baskets of a story are those of the till {@code till-1}. */
    TillStory placed(String till, int secondsAgo) {
        var since = Optional.of(now.minusSeconds(secondsAgo));
        var place = new PlacedCode(
                new PrintedCode(MSN, "qr-1"),
                CodeKind.CALLBACK,
                till,
                Optional.empty(),
                "Here",
                true,
                Optional.empty(),
                since);
        return settle(code.in(place));
    }

    TillStory sameCustomer(String earlier, String later) {
        return settle(code.sameCustomer(id(earlier), id(later)));
    }

    TillStory customerOf(String sale, String later) {
        return settle(code.sameCustomer(key(sale), id(later)));
    }

    TillStory expectNobodyAsked() {
        return expectAsked();
    }

    /** @param all since the start, such as {@code anna pays coffee-1} */
    TillStory expectAsked(String... all) {
        assertThat(meetings).containsExactly(all);
        return this;
    }

    List<String> asked() {
        return List.copyOf(meetings);
    }

    TillCode code() {
        return code;
    }

    Instant now() {
        return now;
    }

    private TillStory settle(TillCode changed) {
        var settled = changed.settled(now, LIMITS);
        code = settled.code();
        settled.meetings()
                .forEach(meeting -> meetings.add(meeting.scan().token().jwe().substring("a.b.c.d.".length()) + " pays "
                        + meeting.basket().sale().saleId().value()));
        return this;
    }

    private Basket basket(String sale, int validSeconds, String request) {
        var context = new SaleContext(MSN, new SaleId(sale), "oslo-s", "till-1", "till-1-qr");
        return Basket.of(id(request), context, now, now.plusSeconds(validSeconds));
    }

    static String key(String sale) {
        return MSN.value() + "/" + sale;
    }

    private static UUID id(String customer) {
        return UUID.nameUUIDFromBytes(customer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
