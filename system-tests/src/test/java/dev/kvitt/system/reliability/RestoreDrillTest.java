package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.system.StackUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R21, the restore drill of docs/disaster.md, with {@code deploy/drills/restore}: while sales go on, a copy of a service's
 * database is made as {@code pg_basebackup} makes one; later the service is killed, and started again on a server restored from
 * that copy. Nothing is told to it and nothing mended by hand.
 */
@Tag("restore")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreDrillTest {

    private static final long SEED = Long.getLong("restore.seed", System.nanoTime() % 1_000_000);

    /** Sales that are over before the copy is made, between copy and restore, and afterwards. */
    private static final int SALES = Integer.getInteger("restore.sales", 25);

    private static final int REFUNDS = 3;
    private static final int AT_ONCE = Integer.getInteger("restore.at-once", 10);

    /** Longer than Kvitt trusts a key and Vipps remembers it, when an hour is scaled. */
    private static final Duration MORE_THAN_AN_HOUR = Duration.ofSeconds(50);

    private static final Duration CATCHES_UP = Duration.ofMinutes(3);

    private static final List<DatabaseServer> RESTORED = new ArrayList<>();
    private static final List<Played> ALL = new ArrayList<>();

    private static World world;
    private static Crowd crowd;

    @BeforeAll
    static void start() {
        world = new World(World.Hour.SCALED, Stream::of);
        crowd = new Crowd(world, new Player(world));
        Runtime.getRuntime().addShutdownHook(new Thread(RestoreDrillTest::stopRestored, "stop-restored"));
        say("-Drestore.seed=" + SEED + " -Drestore.sales=" + SALES);
    }

    /** They are no part of the stack, whose end would leave them running. */
    @AfterAll
    static void stopRestored() {
        RESTORED.forEach(DatabaseServer::stop);
    }

    private static void say(String what) {
        System.out.println("restore: " + what);
    }

    @Order(1)
    @Test
    void R21_capture_services_database_from_before_Vipps_forgot_the_keys_repeats_nothing() {
        world.hourIs(World.Hour.SCALED);
        drill("capture-service", MORE_THAN_AN_HOUR);
    }

    @Order(2)
    @ParameterizedTest
    @ValueSource(strings = {"payment-service", "capture-service", "checkin-service", "receipt-service"})
    void R21_a_database_restored_under_load_catches_up_from_the_topics(String service) {
        world.hourIs(World.Hour.LONG);
        drill(service, Duration.ZERO);
    }

    /** @param atLeast how old the copy is when it is restored */
    private static void drill(String service, Duration atLeast) {
        var database = world.databases().get(service);
        try (var load = new Load(world, crowd, new Random(SEED + ALL.size()), AT_ONCE)) {
            drill(service, database, load, atLeast);
        }
    }

    private static void drill(String service, String database, Load load, Duration atLeast) {
        load.goesOn(SALES, 0);

        var copied = world.vipps.now();
        var copy = world.stack.context().data().root().resolve("restored-" + RESTORED.size());
        world.server(database).copyTo(copy);
        var copiedAt = Clock.systemUTC().instant();
        load.goesOn(SALES, REFUNDS);
        StackUnderTest.waitUntil(copiedAt.plus(atLeast));

        world.stack.kill(service);
        var lost = Applied.in(world.server(database), database);
        var effects = effectsSince(copied);
        var killedAt = Clock.systemUTC().instant();
        var server = DatabaseServer.on(copy, world.stack);
        RESTORED.add(server);
        world.moveTo(service, server);
        var restored = Applied.in(world.server(database), database);
        world.stack.restart(service);
        var readyAt = Clock.systemUTC().instant();
        StackUnderTest.waitFor(
                () -> Applied.in(world.server(database), database).isAtLeast(lost), CATCHES_UP);
        var caughtUpAt = Clock.systemUTC().instant();
        load.goesOn(SALES, 0);
        var sales = load.ends();
        ALL.addAll(sales);

        say(service + ": killed, and restored to " + seconds(copiedAt, killedAt) + " before; it had forgotten "
                + lost.since(restored) + " messages and what was done at Vipps meanwhile, " + effects + "; ready "
                + seconds(killedAt, readyAt) + " after the kill, caught up " + seconds(readyAt, caughtUpAt) + " later");
        assertThat(lost.since(restored)).as("messages that were forgotten").isPositive();
        assertThat(effects.keySet()).as("what had been done at Vipps meanwhile").containsAll(AtVipps.WRITES);
        crowd.endsWell(ALL);
        say(service + ": OK: all " + sales.size()
                + " sales of this round ended as planned; no effect at Vipps but those"
                + " ordered, each once; every ledger of " + ALL.size() + " sales is Vipps' own");
    }

    private static String seconds(Instant from, Instant until) {
        return "%.1f s".formatted(Duration.between(from, until).toMillis() / 1000.0);
    }

    private static Map<String, Long> effectsSince(long entry) {
        return world.vipps.journal(each -> each.get("seq").asLong() > entry && AtVipps.hasEffect(each)).stream()
                .collect(Collectors.groupingBy(
                        (JsonNode each) -> each.get("operation").asText(), TreeMap::new, Collectors.counting()));
    }
}
