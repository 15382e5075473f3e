package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.PaymentHappened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Hundreds of mixed sales, many at the same time, while messages come twice, in another order, late or not at all, answers get
 * lost and Vipps goes away: R4 to R7 and R20 of the promises at a tenth of their figures, {@code -Dreliability.sales} for
 * more. Each ends with {@link Invariants}. Not in the usual run, see docs/reliability.md.
 */
@Tag("reliability")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliabilityTest {

    private static final int SALES = Integer.getInteger("reliability.sales", 500);
    private static final long SEED = Long.getLong("reliability.seed", System.nanoTime() % 1_000_000);
    private static final int AT_ONCE = 40;

    /** As many webhooks as change places. */
    private static final int WINDOW = 50;

    /** More tries than fit into a short hour. */
    private static final int LOST_FOR_AN_HOUR = 15;

    /** More answers than the faults that hit everybody take from one operation. */
    private static final int LOST_ALL_ALONG = 5;

    /** One in so many sales has an operation whose answers are lost for an hour, each kind in turn. */
    private static final int HAVE_LONG_DOUBT = 8;

    private static World world;
    private static AtVipps vipps;
    private static Player player;
    private static Crowd crowd;

    private Random random;
    private long began;

    @BeforeAll
    static void start() {
        world = World.get();
        vipps = world.vipps;
        player = new Player(world);
        crowd = new Crowd(world, player);
    }

    @BeforeEach
    void draw(TestInfo test) {
        random = new Random(SEED + test.getDisplayName().hashCode());
        began = System.nanoTime();
        say(test.getDisplayName() + ", -Dreliability.seed=" + SEED + " -Dreliability.sales=" + SALES);
    }

    @AfterEach
    void mend() {
        vipps.isWell();
        say("took " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }

    static void say(String what) {
        System.out.println("reliability: " + what);
    }

    /** What each promise's own share of the sales is. */
    private List<Plan> plans(int of500) {
        return Plan.draw(random, Math.max(3, SALES * of500 / 500));
    }

    private static void endsWell(Collection<Played> sales) {
        crowd.endsWell(sales);
    }

    private static long count(long since, Predicate<JsonNode> wanted) {
        return vipps.journal(entry -> entry.get("seq").asLong() > since && wanted.test(entry))
                .size();
    }

    @Test
    @Order(3)
    void R5_webhooks_come_in_another_order_under_two_registrations_at_once() {
        world.hourIs(World.Hour.LONG);
        var since = vipps.now();
        vipps.fails(
                SEED,
                List.of(
                        Map.of("kind", "REQUEST_LOST", "operation", "UNREGISTER"),
                        Map.of("kind", "OUT_OF_ORDER", "window", WINDOW, "withinPayment", true)));
        new Registrations(world).overlap();
        var sales = crowd.sell(plans(500), AT_ONCE);
        vipps.letPass(Duration.ofSeconds(6));
        endsWell(sales);

        var swapped =
                sales.stream().filter(ReliabilityTest::heardInAnotherOrder).count();
        say(sales.size() + " sales, " + count(since, AtVipps::isTaken) + " webhooks taken; of " + swapped
                + " sales they came in another order than they were sent");
        assertThat(swapped).as("sales whose webhooks changed places").isGreaterThan(sales.size() / 10);
    }

    private static boolean heardInAnotherOrder(Played sale) {
        var heard = world.log.of(sale.key()).stream()
                .map(seen -> seen.event().data())
                .filter(PaymentHappened.class::isInstance)
                .map(fact -> ((PaymentHappened) fact).timestamp())
                .distinct()
                .toList();
        return !heard.equals(heard.stream().sorted().toList());
    }

    @Test
    @Order(1)
    void R7_every_fourth_answer_is_lost_and_Vipps_forgets_keys_after_an_hour() {
        world.hourIs(World.Hour.SHORT);
        var since = vipps.now();
        var faults = new ArrayList<Map<String, ?>>();
        for (var operation : AtVipps.WRITES) {
            // The third request arrives but for those below: one that is lost for an hour, a person has to look at.
            faults.add(Map.of("kind", "REQUEST_LOST", "operation", operation, "probability", 0.125, "attempts", 2));
            faults.add(Map.of("kind", "ANSWER_LOST", "operation", operation, "probability", 0.143, "attempts", 2));
        }
        vipps.fails(SEED, faults);
        var sales = crowd.each(plans(200), 2 * AT_ONCE, plan -> {
            var sale = player.open(plan);
            crowd.told(sale, opened -> {
                answersAreLostForAnHour(opened);
                player.play(opened);
            });
            return sale;
        });
        endsWell(sales);

        var all = count(since, AtVipps::isWrite);
        var lost = count(
                since, entry -> AtVipps.isWrite(entry) && entry.get("status").asInt() == 0);
        var before = count(
                since,
                entry -> AtVipps.isWrite(entry)
                        && entry.get("status").asInt() == 0
                        && !entry.path("effect").asBoolean()
                        && !entry.path("replay").asBoolean());
        var forHours = operationsWithAnswersLost(since, LOST_ALL_ALONG);
        say(sales.size() + " sales, " + all + " requests to change something, of which " + lost + " had no answer, "
                + before + " of those before the work; " + forHours + " operations were in doubt until Vipps had"
                + " forgotten their keys");
        assertThat((double) lost / all).as("share of lost answers").isBetween(0.15, 0.5);
        assertThat(forHours).as("operations whose keys were forgotten").isPositive();
    }

    private static long operationsWithAnswersLost(long since, int times) {
        return vipps
                .journal(entry -> entry.get("seq").asLong() > since
                        && AtVipps.isWrite(entry)
                        && entry.get("status").asInt() == 0)
                .stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.get("operation") + " " + entry.get("idempotencyKey"), Collectors.counting()))
                .values()
                .stream()
                .filter(lost -> lost >= times)
                .count();
    }

    /** Every answer until Kvitt does not trust the key any more: only Vipps' log can tell then. */
    private static void answersAreLostForAnHour(Played sale) {
        var operations = List.of("CAPTURE", "REFUND", "CANCEL");
        var number = sale.plan().number();
        if (number % HAVE_LONG_DOUBT == 0) {
            vipps.failsToo(Map.of(
                    "kind",
                    "ANSWER_LOST",
                    "operation",
                    operations.get(number / HAVE_LONG_DOUBT % operations.size()),
                    "reference",
                    sale.reference(1).value(),
                    "attempts",
                    LOST_FOR_AN_HOUR));
        }
    }

    @Test
    @Order(2)
    void R20_Vipps_is_gone_for_an_hour() {
        world.hourIs(World.Hour.OUTAGE);
        var outage = new Outage(world, player, crowd);
        outage.prepare(plans(60));
        endsWell(outage.happen(SEED));
    }

    @Test
    @Order(4)
    void R6_no_webhook_comes_and_a_registration_is_deleted_at_Vipps() {
        world.hourIs(World.Hour.LONG);
        var plans = plans(100).stream().collect(Collectors.partitioningBy(player::hasCodeFor));
        var printed = plans.get(true);
        var others = plans.get(false).stream().map(Plan::byNumber).toList();
        // Their customers have scanned before; a scan that gets lost is only a scan to repeat.
        var scanned = crowd.each(printed, AT_ONCE, player::open);
        scanned.forEach(sale -> player.isAsked(sale, 1));
        world.stack.kill("webhook-gateway");
        var since = vipps.now();
        crowd.each(scanned, AT_ONCE, sale -> {
            crowd.told(sale, player::play);
            return sale;
        });
        var sales = new ArrayList<>(crowd.sell(others, AT_ONCE));
        sales.addAll(scanned);
        endsWell(sales);
        var failed = count(since, entry -> AtVipps.isDelivery(entry) && !AtVipps.isTaken(entry));
        assertThat(count(since, AtVipps::isTaken))
                .as("webhooks that somebody took")
                .isZero();

        world.stack.restart("webhook-gateway");
        var registrations = new Registrations(world);
        // What another test has left over the gateway deletes itself.
        var deleted = registrations.await(
                now -> now.size() == Registrations.NEEDED, "the gateway has no registration but those it needs");
        deleted.forEach(registrations::delete);
        registrations.await(
                now -> now.size() == Registrations.NEEDED && !ids(now).removeAll(ids(deleted)),
                "the gateway has registered again");
        var again = vipps.now();
        var afterwards = crowd.sell(Plan.draw(random, 20), AT_ONCE);
        endsWell(afterwards);
        var taken = count(again, AtVipps::isTaken);
        say(sales.size() + " sales were closed by asking while " + failed + " webhooks failed; " + deleted.size()
                + " registrations were deleted at Vipps and made again, and took " + taken + " webhooks of "
                + afterwards.size() + " sales");
        assertThat(failed).isPositive();
        assertThat(taken).isPositive();
    }

    private static Set<String> ids(List<JsonNode> registrations) {
        var ids = new HashSet<String>();
        registrations.forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    @Test
    @Order(5)
    void R4_webhooks_come_twice_or_ten_times_and_some_eight_days_late() {
        world.hourIs(World.Hour.LONG);
        var since = vipps.now();
        var faults = new ArrayList<Map<String, ?>>();
        for (var event : List.of("authorized", "captured", "cancelled", "refunded", "aborted")) {
            faults.add(Map.of(
                    "id",
                    "late " + event,
                    "kind",
                    "LATE",
                    "event",
                    "epayments.payment." + event + ".v1",
                    "by",
                    "P8D",
                    "probability",
                    0.05));
        }
        faults.add(Map.of("id", "ten times", "kind", "DOUBLE", "copies", 9, "probability", 0.1));
        faults.add(Map.of("id", "twice", "kind", "DOUBLE", "copies", 1));
        vipps.fails(SEED, faults);
        var sales = crowd.sell(plans(500), AT_ONCE);
        endsWell(sales);
        var inTime = count(since, AtVipps::isTaken);
        vipps.letPass(Duration.ofDays(8).plusMinutes(1));
        endsWell(sales);

        var late = count(since, AtVipps::isTaken) - inTime;
        var ten = count(since, entry -> AtVipps.isTaken(entry) && AtVipps.hitBy(entry, "ten times"));
        say(sales.size() + " sales, " + inTime + " webhooks taken, " + ten
                + " of them of news that came ten times, and " + late + " more eight days later");
        assertThat(ten).isGreaterThan(sales.size() / 10);
        assertThat(late).isPositive();
    }

    @Test
    @Order(6)
    void I6_all_topics_are_read_again_and_nothing_changes_at_Vipps() {
        world.hourIs(World.Hour.LONG);
        var sales = crowd.sell(Plan.draw(random, 20), AT_ONCE);
        endsWell(sales);
        var since = vipps.now();
        var replayed = world.records.replay();
        world.records.areApplied();
        // Whatever the replay has asked of capture-service comes before these.
        var afterwards = crowd.sell(Plan.draw(random, 20), AT_ONCE);
        endsWell(afterwards);
        endsWell(sales);

        var own = new HashSet<String>();
        afterwards.forEach(sale -> {
            own.add(sale.msn() + "/" + sale.reference(1));
            own.add(sale.msn() + "/" + sale.reference(2));
        });
        var changed = vipps.journal(entry -> entry.get("seq").asLong() > since
                && AtVipps.isWrite(entry)
                && !own.contains(Invariants.payment(entry)));
        say(replayed + " records were written again; " + changed.size() + " requests to change something followed");
        assertThat(changed).as("I6: requests about sales that were over").isEmpty();
    }
}
