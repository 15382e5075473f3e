package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * R19, the upgrade of docs/upgrading.md, with {@code deploy/drills/upgrade}: the services of the release before, built from its own
 * sources, are replaced by this build's one after the other while sales go on, and then the other way round. While a service
 * changes, a replica of each release works on the same database and shares the topics with the other.
 */
@Tag("upgrade")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {

    private static final long SEED = Long.getLong("upgrade.seed", System.nanoTime() % 1_000_000);

    /** Sales that are over while two releases share a service, and before the next service changes. */
    private static final int SALES = Integer.getInteger("upgrade.sales", 8);

    private static final int AT_ONCE = Integer.getInteger("upgrade.at-once", 8);

    private static final Path THIS = Path.of("..").toAbsolutePath().normalize();
    private static final Path BEFORE = Path.of(Objects.requireNonNull(
            System.getProperty("upgrade.baseline"),
            "-Dupgrade.baseline names the built sources of the release before: use deploy/drills/upgrade"));

    private static final List<Played> ALL = new ArrayList<>();

    private static Releases releases;
    private static World world;
    private static Player player;
    private static Crowd crowd;

    @BeforeAll
    static void start() {
        assertThat(BEFORE.resolve("kvitt")).as("sources of the release before").exists();
        assertThat(BEFORE).isNotEqualTo(THIS);
        releases = new Releases(BEFORE);
        world = new World(World.Hour.LONG, releases::processes);
        player = new Player(world);
        crowd = new Crowd(world, player);
        say("-Dupgrade.seed=" + SEED + " -Dupgrade.sales=" + SALES + ", from " + BEFORE.getFileName());
    }

    private static void say(String what) {
        System.out.println("upgrade: " + what);
    }

    @Order(1)
    @Test
    void R19_one_service_after_the_other_is_upgraded_and_every_sale_ends_as_planned() {
        changesTo(THIS, Releases.READERS_FIRST, "upgraded");
    }

    @Order(2)
    @Test
    void R19_the_release_before_takes_over_again_in_databases_that_have_grown() {
        world.databases().values().forEach(database -> GrownSchema.in(world.server(database), database));
        changesTo(BEFORE, Releases.READERS_FIRST.reversed(), "went back");
    }

    private static void changesTo(Path build, List<String> order, String how) {
        try (var load = new Load(world, crowd, new Random(SEED + ALL.size()), AT_ONCE)) {
            changesTo(build, order, how, load);
        }
    }

    private static void changesTo(Path build, List<String> order, String how, Load load) {
        var kept = new ArrayList<Played>();
        load.goesOn(SALES, 0);
        for (var service : order) {
            // No longer than one change: a customer has ten minutes to approve, and a till to confirm.
            var held = new Held(player, crowd);
            var began = System.nanoTime();
            var before = load.over();
            releases.change(world, service, build, load, SALES);
            say(service + " " + how + " in "
                    + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s, " + (load.over() - before)
                    + " sales were over meanwhile");
            kept.addAll(held.goOn());
        }
        load.goesOn(SALES, 1);
        ALL.addAll(load.ends());
        ALL.addAll(kept);
        crowd.endsWell(ALL);
        say(
                "OK: all services " + how + "; " + kept.size() + " sales that had begun before and all " + ALL.size()
                        + " so far ended as planned; no effect at Vipps but those ordered, each once; every ledger is Vipps' own");
    }
}
