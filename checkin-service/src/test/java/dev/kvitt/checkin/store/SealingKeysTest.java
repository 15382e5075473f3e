package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealingKeysTest {

    private final TestDatabase database = new TestDatabase();
    private final KeySeal seal = new KeySeal(new byte[KeySeal.KEY_BYTES]);
    private Instant now = Instant.parse("2026-11-21T23:59:00Z");
    private final SealingKeys keys = started();

    @Test
    void todays_and_tomorrows_keys_exist_from_the_start() {
        assertThat(kids(keys)).containsExactly("2026-11-21", "2026-11-22");
    }

    @Test
    void a_restart_keeps_the_keys() {
        var restarted = started();
        assertThat(restarted.privateKeys().toString(false))
                .isEqualTo(keys.privateKeys().toString(false));
    }

    @Test
    void two_processes_that_start_at_once_have_the_same_keys() {
        now = now.plus(Duration.ofDays(30));
        var first = CompletableFuture.supplyAsync(this::started);
        var second = CompletableFuture.supplyAsync(this::started);
        var one = first.join();
        var other = second.join();
        assertThat(one.privateKeys().toString(false))
                .isEqualTo(other.privateKeys().toString(false));
    }

    @Test
    void a_new_day_is_sealed_with_its_own_key_even_when_the_keeper_has_not_run() {
        var sealer = new Sealer(keys::publicKeys, () -> now);
        var unsealer = new Unsealer(keys::privateKeys);
        var yesterday = sealer.seal("before midnight");
        now = now.plus(Duration.ofDays(2));
        var today = sealer.seal("two days later");

        assertThat(kids(keys)).containsExactly("2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24");
        assertThat(unsealer.open(yesterday)).contains("before midnight");
        assertThat(unsealer.open(today)).contains("two days later");
    }

    @Test
    void values_of_a_destroyed_key_read_as_erased() throws Exception {
        var sealed = new Sealer(keys::publicKeys, () -> now).seal("personal");
        now = now.plus(Duration.ofDays(DayKeys.LIFE_DAYS));

        assertThat(new Unsealer(keys::privateKeys).open(sealed)).isEmpty();
        assertThat(new Unsealer(started()::privateKeys).open(sealed)).isEmpty();
        try (var connection = database.connection()) {
            assertThat(SealingKeyRows.all(connection).keySet())
                    .allMatch(day -> day.isAfter(LocalDate.parse("2026-11-21")));
        }
    }

    @Test
    void a_key_that_is_dead_is_not_given_out_even_when_it_still_lies_in_the_database() {
        now = now.plus(Duration.ofDays(DayKeys.LIFE_DAYS - 1));
        keys.refresh();
        assertThat(kids(keys)).contains("2026-11-21");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(kids(keys)).doesNotContain("2026-11-21");
    }

    @Test
    void the_database_alone_gives_no_key_away() throws Exception {
        var secret = keys.privateKeys().getKeys().getFirst().toECKey().getD().toString();
        try (var connection = database.connection()) {
            assertThat(SealingKeyRows.all(connection).values())
                    .hasSize(2)
                    .noneMatch(jwk -> jwk.contains(secret))
                    .allMatch(jwk -> jwk.startsWith("eyJ"));
        }
        var otherFile = new byte[KeySeal.KEY_BYTES];
        Arrays.fill(otherFile, (byte) 1);
        var thief = new SealingKeys(database.transactions(), new KeySeal(otherFile), () -> now);
        assertThatThrownBy(thief::refresh)
                .hasMessageContaining("kvitt.checkin.key-file")
                .hasMessageNotContaining(secret);
    }

    private SealingKeys started() {
        var fresh = new SealingKeys(database.transactions(), seal, () -> now);
        fresh.refresh();
        return fresh;
    }

    private static Stream<String> kids(SealingKeys of) {
        return of.publicKeys().getKeys().stream().map(key -> key.getKeyID());
    }
}
