package dev.kvitt.payment.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking Vipps while many customers take their time, by a clock that the test moves. */
class ManyOpenSalesTest {

    private static final int OPEN = 1_000;
    private static final int IN_FLIGHT = 16;
    private static final int SECONDS = 20;
    /** 5 s after the request, then every 2 s: what Vipps recommends. */
    private static final List<Integer> SCHEDULE = List.of(5, 7, 9, 11, 13, 15, 17, 19);

    private final Registry registry = Registry.load(OnADatabase.SHOP);
    private final OnADatabase service = new OnADatabase(registry);
    private final Instant start = service.now;
    private CountedVipps vipps;
    private VippsAccess access;
    private List<Stoppable> loops;

    @BeforeEach
    void open() throws Exception {
        vipps = new CountedVipps(() -> service.now);
        access = new VippsAccess(
                registry, at(vipps.url()), Duration.ofSeconds(10), "payment-service", "test", () -> service.now);
        loops = service.loops(new Asker(access, () -> service.now, Duration.ofMinutes(2)), IN_FLIGHT);
    }

    static VippsSettings at(URI url) {
        return new SmallRyeConfigBuilder()
                .withMapping(VippsSettings.class, "kvitt.vipps")
                .withDefaultValue("kvitt.vipps.base-url", url.toString())
                .build()
                .getConfigMapping(VippsSettings.class, "kvitt.vipps");
    }

    @AfterEach
    void close() {
        loops.forEach(Stoppable::close);
        access.close();
        vipps.close();
    }

    @Test
    void each_of_a_thousand_is_asked_on_schedule_and_one_that_wants_more_than_its_share_does_not_get_it() {
        var sales = IntStream.range(0, OPEN)
                .mapToObj(n -> new PaidSale(service, "many-%05d".formatted(n)))
                .toList();
        read(Topics.POS_SALES, sales, sale -> sale.opening(5000));
        read(
                Topics.PAYMENT_RESULTS,
                sales,
                sale -> sale.result(OperationId.Kind.CREATE, 1, OperationResult.Outcome.SUCCEEDED));
        read(Topics.VIPPS_PAYMENTS, sales, ManyOpenSalesTest::requested);
        var greedy = sales.getFirst();

        loops.forEach(Stoppable::start);
        for (var second = 1; second <= SECONDS; second++) {
            service.later(Duration.ofSeconds(1));
            ask(greedy, 5);
            everythingDueIsDone();
        }

        assertThat(vipps.reads()).hasSize(OPEN);
        assertThat(sales.stream().skip(1))
                .allSatisfy(sale -> assertThat(seconds(sale)).isEqualTo(SCHEDULE));
        // Ten at once, then one each 1.2 s.
        assertThat(seconds(greedy)).hasSizeBetween(20, 10 + SECONDS * 50 / 60);
        assertThat(vipps.mostAtOnce()).isLessThanOrEqualTo(IN_FLIGHT);
    }

    private List<Integer> seconds(PaidSale sale) {
        return vipps.reads().get(sale.reference.value()).stream()
                .map(read -> Math.toIntExact(Duration.between(start, read).toSeconds()))
                .toList();
    }

    private void read(String topic, List<PaidSale> sales, Function<PaidSale, EventData> event) {
        service.read(topic, sales.stream().map(event).toList(), service.now);
    }

    private static PaymentObserved requested(PaidSale sale) {
        var nothing = PaidSale.nok(0);
        var sums = new Aggregate(nothing, nothing, nothing, nothing);
        var view = new PaymentView(PaymentState.CREATED, PaidSale.nok(5000), sums, "psp", null);
        return new PaymentObserved(PaidSale.MSN, sale.reference, 1, true, view, Instant.parse("2026-11-21T10:00:00Z"));
    }

    private void ask(PaidSale sale, int times) {
        var key = PaidSale.MSN + "/" + sale.id;
        service.door().pass(List.of(key), session -> {
            Stream.generate(() -> new Question(sale.reference, 1, false).json())
                    .limit(times)
                    .forEach(body -> session.effects(key).task(Question.TASK, body, service.now));
            return null;
        });
    }

    private void everythingDueIsDone() {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        var due =
                """
                select (select count(*) from timer where not after_log and due <= '%1$s')
                    + (select count(*) from task t where not_before <= '%1$s'
                        and not exists (select from task older where older.key = t.key and older.id < t.id))"""
                        .formatted(service.now);
        while (service.number(due) > 0) {
            assertThat(System.nanoTime()).as("within two minutes").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
