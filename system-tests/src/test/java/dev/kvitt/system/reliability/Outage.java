package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.StackUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** R20: no request to Vipps is answered for a while, and sales go on as if nothing had happened. */
final class Outage {

    private static final Duration LENGTH = Duration.parse(System.getProperty("reliability.outage", "PT15S"));

    /** A till opens a sale this often. */
    private static final Duration BETWEEN_SALES = Duration.ofMillis(100);

    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(4);
    private static final Duration STILL_WANTED = Duration.ofMinutes(5);

    /** The promise's own figure, held against every answer. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    /** From the decision to send until the sandbox has it. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    /** What a heap may differ by without growing: caches, buffers and what is in flight. */
    private static final long FLAT_MEGABYTES = 16;

    private static final List<String> SERVICES = List.of(
            "webhook-gateway",
            "checkin-service",
            "payment-service",
            "capture-service",
            "receipt-service",
            "operations-service");

    private final World world;
    private final Player player;
    private final Crowd crowd;
    private final List<Played> sold = new ArrayList<>();
    private final List<Played> givenUp = new ArrayList<>();
    private final List<Played> refunded = new ArrayList<>();
    private final Map<String, SaleOpened> opened = new HashMap<>();
    private final List<Duration> answers = new ArrayList<>();

    Outage(World world, Player player, Crowd crowd) {
        this.world = world;
        this.player = player;
        this.crowd = crowd;
    }

    private static Plan plan(Plan drawn, Plan.End end) {
        return new Plan(drawn.number(), Plan.Way.NUMBER, end, drawn.price(), true, false);
    }

    /** Sales that are in the middle when it begins: to be captured, to be given back, to be refunded. */
    void prepare(List<Plan> plans) {
        crowd.each(plans, 20, drawn -> {
                    var end = List.of(Plan.End.PAID, Plan.End.CANCELLED_AFTER_APPROVAL, Plan.End.REFUNDED)
                            .get(drawn.number() % 3);
                    var plan = plan(drawn, end);
                    var sale = player.opened(plan, player.basket(plan).opening());
                    crowd.told(sale, each -> {
                        player.isAsked(each, 1);
                        player.approves(each, 1);
                        if (end == Plan.End.REFUNDED) {
                            player.confirms(each);
                            player.isSettled(each);
                        }
                    });
                    return sale;
                })
                .forEach(sale -> List.of(sold, givenUp, refunded)
                        .get(sale.plan().number() % 3)
                        .add(sale));
    }

    /** @return all sales that were to end as planned, and have */
    Collection<Played> happen(long seed) {
        var since = world.vipps.now();
        var before = LiveHeap.of(world.stack, SERVICES);
        world.vipps.fails(
                seed,
                List.of(
                        Map.of("kind", "DELAY", "before", "PT20S", "probability", 0.2),
                        Map.of("kind", "REQUEST_LOST")));
        var begun = Clock.systemUTC().instant();
        sold.forEach(player::confirms);
        givenUp.forEach(player::cancels);
        refunded.forEach(sale -> player.refunds(sale, "refund-0", sale.plan().price()));
        var asking = CompletableFuture.runAsync(() -> ask(begun.plus(LENGTH)));
        var meanwhile = openUntil(begun.plus(LENGTH));
        asking.join();
        var after = LiveHeap.of(world.stack, SERVICES);
        var effects = world.vipps.journal(entry -> entry.get("seq").asLong() > since && AtVipps.hasEffect(entry));
        world.vipps.isWell();

        assertThat(effects).as("Vipps was gone").isEmpty();
        sold.forEach(sale -> crowd.told(sale, player::isSettled));
        givenUp.forEach(sale -> crowd.told(sale, player::hearsOfTheCancel));
        refunded.forEach(sale -> crowd.told(sale, each -> player.hearsOfTheRefund(each, "refund-0")));
        var paid = crowd.each(meanwhile, 20, this::paysIfStillAsked).stream()
                .filter(each -> each)
                .count();
        var late = nobodyIsAskedTooLate(since);
        answers.sort(Duration::compareTo);
        ReliabilityTest.say("Vipps was gone for " + LENGTH.toSeconds() + " s: " + sold.size() + " captures, "
                + givenUp.size() + " releases, " + refunded.size() + " refunds done afterwards; of " + meanwhile.size()
                + " sales opened meanwhile " + paid + " were paid; the latest request was " + late
                + " after its limit; " + answers.size() + " answers, the middle one after "
                + answers.get(answers.size() / 2).toMillis() + " ms, the slowest after "
                + answers.getLast().toMillis() + " ms");
        ReliabilityTest.say("live heaps in MB before " + before + ", at its end " + after);
        assertThat(answers).allSatisfy(time -> assertThat(time).isLessThan(ANSWERED_WITHIN));
        after.forEach((service, megabytes) ->
                assertThat(megabytes).as("memory of " + service).isLessThan(before.get(service) + FLAT_MEGABYTES));
        world.records.areApplied();
        Invariants.of(world).hold(meanwhile.stream().map(Played::key).toList());
        return java.util.stream.Stream.of(sold, givenUp, refunded)
                .flatMap(List::stream)
                .toList();
    }

    /** Every second sale is given up before Vipps is back. */
    private List<Played> openUntil(Instant end) {
        var meanwhile = new ArrayList<Played>();
        var next = Clock.systemUTC().instant();
        for (var number = 1000; next.isBefore(end); number++) {
            var plan = new Plan(number, Plan.Way.NUMBER, Plan.End.PAID, 1000 + number % 1000, false, false);
            var opening = player.basket(plan)
                    .validFor(number % 2 == 0 ? GIVEN_UP_AFTER : STILL_WANTED)
                    .opening();
            var sale = player.opened(plan, opening);
            opened.put(sale.msn() + "/" + sale.reference(1), opening);
            meanwhile.add(sale);
            next = next.plus(BETWEEN_SALES);
            StackUnderTest.waitUntil(next);
        }
        return meanwhile;
    }

    /** Tills ask what became of a sale, and send what is refused. */
    private void ask(Instant end) {
        var number = 0;
        while (Clock.systemUTC().instant().isBefore(end)) {
            var began = System.nanoTime();
            var answer = world.shop.status(sold.get(number++ % sold.size()).key());
            answers.add(Duration.ofNanos(System.nanoTime() - began));
            assertThat(answer.get("status").asText()).isEqualTo("in-progress");
            answers.add(refusal());
        }
    }

    private Duration refusal() {
        var tooMuch = world.shop
                .till(Shop.MSN, "till-1")
                .basket()
                .at(Player.nok(65_000_001))
                .opening();
        var sent = Clock.systemUTC().instant();
        world.say(tooMuch);
        world.shop.hears(RequestRefused.class, tooMuch, refused -> true, "the till is refused");
        return Duration.between(sent, Clock.systemUTC().instant());
    }

    private boolean paysIfStillAsked(Played sale) {
        var asked = new AtomicBoolean();
        crowd.told(sale, opened -> {
            asked.set(player.isAskedOrNeverWillBe(opened));
            if (asked.get()) {
                player.approves(opened, 1);
                player.isSettled(opened);
            }
        });
        return asked.get();
    }

    /** @return how long after its limit the latest request came, not more than it was on its way; negative = before */
    private Duration nobodyIsAskedTooLate(long since) {
        var ahead = world.vipps.ahead();
        return world
                .vipps
                .journal(entry -> entry.get("seq").asLong() > since
                        && entry.path("operation").asText().equals("CREATE"))
                .stream()
                .map(entry -> lateness(entry, ahead))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Duration lateness(JsonNode create, Duration ahead) {
        var limit = opened.get(Invariants.payment(create)).validUntil();
        var late =
                Duration.between(limit, Instant.parse(create.get("at").asText()).minus(ahead));
        assertThat(late).as("request " + create + " after its limit").isLessThan(ON_ITS_WAY);
        return late;
    }
}
