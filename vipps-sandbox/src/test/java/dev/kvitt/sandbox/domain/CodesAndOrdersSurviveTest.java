package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.orders.CategoryType;
import dev.kvitt.vipps.rules.orders.ImageHeader;
import dev.kvitt.vipps.rules.orders.PaymentType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed must work, and what was told about orders be known, after a restart. */
class CodesAndOrdersSurviveTest {

    private static final Msn MSN = new Msn("123456");
    private static final Msn OTHER = new Msn("234567");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final OrderKey ORDER = new OrderKey(PaymentType.RECURRING, "charge-1");

    @TempDir
    Path folder;

    private static final class Books {
        private final BeaconBook beacons;
        private final QrBook codes;
        private final RedirectBook redirects;
        private final CategoryBook categories;
        private final ImageBook images;

        Books(StateLog state) {
            this.beacons = new BeaconBook(state);
            this.codes = new QrBook(MSN, state);
            this.redirects = new RedirectBook(MSN, state);
            this.categories = new CategoryBook(MSN, state);
            this.images = new ImageBook(MSN, state);
        }
    }

    @Test
    void printed_codes_work_after_a_restart() {
        RedirectQr redirect =
                new RedirectQr("menu", "https://example.com/", "code-1", Optional.of(NOW.plusSeconds(300)));
        CallbackQr callback = new CallbackQr("machine-1", "Hall", "https://example.com/check-in/c", "c", false);
        run(books -> {
            books.codes.put("machine-1", "Hall", () -> callback);
            assertThat(books.redirects.add(redirect, NOW)).isTrue();
            assertThat(books.beacons.claim("beacon", MSN)).isTrue();
        });
        run(books -> {
            assertThat(books.codes.find("machine-1")).contains(callback);
            assertThat(books.redirects.findCode("code-1", NOW)).contains(redirect);
            assertThat(books.redirects.findCode("code-1", NOW.plusSeconds(300))).isEmpty();
            assertThat(books.beacons.claim("beacon", OTHER)).isFalse();
            assertThat(books.beacons.claim("beacon", MSN)).isTrue();
        });
    }

    @Test
    void categories_and_images_are_known_after_a_restart() {
        StoredCategory added = category(false);
        StoredCategory put = category(true);
        run(books -> {
            books.categories.add(added);
            assertThat(books.categories.replace(put)).isEqualTo(put);
            books.images.add(new StoredImage("socks", new ImageHeader(ImageHeader.Format.PNG, 200, 200)));
        });
        run(books -> {
            assertThat(books.categories.ofOrder(ORDER)).containsExactly(added, put);
            assertThat(books.categories.find(added.id())).contains(added);
            assertThat(books.images.contains("socks")).isTrue();
            StoredCategory again = category(true);
            assertThat(books.categories.replace(again)).isEqualTo(again.withId(put.id()));
            assertThat(books.categories.remove(added.id())).isTrue();
        });
        run(books -> {
            assertThat(books.categories.all()).extracting(StoredCategory::id).containsExactly(put.id());
            assertThat(books.categories.find(added.id())).isEmpty();
            books.categories.drop(ORDER);
            assertThat(books.categories.find(put.id())).isEmpty();
        });
    }

    private void run(Consumer<Books> work) {
        try (StateLog state = StateLog.inFile(folder.resolve("sandbox.jsonl"))) {
            Books books = new Books(state);
            state.read();
            work.accept(books);
        }
    }

    private static StoredCategory category(boolean replaceable) {
        return new StoredCategory(
                UUID.randomUUID(),
                ORDER,
                CategoryType.TICKET,
                "https://example.com/",
                Optional.of("socks"),
                replaceable,
                NOW);
    }
}
