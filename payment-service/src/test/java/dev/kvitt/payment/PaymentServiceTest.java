package dev.kvitt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AskVipps;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on real Kafka and PostgreSQL, with everybody else played by the test. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class PaymentServiceTest {

    private static final Msn MSN = new Msn("123456");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    @Inject
    DataSource dataSource;

    private final SaleId saleId = new SaleId("test-" + UUID.randomUUID());
    private final SaleContext sale = new SaleContext(MSN, saleId, "hall-b", "vending-1", "qr-1");
    private final PaymentReference reference = PaymentReference.of(saleId, 1);
    private EventLog log;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        log = new EventLog(bootstrap, false);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        log.close();
        producer.close();
        assertThat(VippsToRead.writes())
                .as("payment-service never writes at Vipps")
                .isEmpty();
    }

    @Test
    void a_scan_asks_for_the_dearest_product_once_however_often_it_is_told() throws Exception {
        opened(60);
        opened(60);
        var create = await(CreatePayment.class, command -> command.saleId().equals(saleId));

        assertThat(create.amount()).isEqualTo(nok(5000));
        assertThat(create.operationId()).isEqualTo(OperationId.of(reference, OperationId.Kind.CREATE, 1));
        created();
        webhook("ABORTED", 5000);
        await(PaymentEnded.class, said -> said.sale().equals(sale));
        assertThat(log.of(sale.key()).stream().filter(seen -> seen.event().data() instanceof CreatePayment))
                .hasSize(1);
    }

    @Test
    void a_lost_webhook_is_made_good_by_asking() throws Exception {
        opened(60);
        created();
        VippsToRead.shows(reference.value(), "AUTHORIZED", 5000, 0, 0);

        assertThat(await(PaymentAuthorized.class, said -> said.sale().equals(sale))
                        .maxAmount())
                .isEqualTo(nok(5000));
        assertThat(await(PaymentObserved.class, fact -> fact.reference().equals(reference))
                        .found())
                .isTrue();
    }

    @Test
    void nothing_chosen_is_released_after_asking() throws Exception {
        VippsToRead.shows(reference.value(), "AUTHORIZED", 5000, 0, 0);
        opened(1);
        created();
        webhook("AUTHORIZED", 5000);

        await(CancelPayment.class, command -> command.saleId().equals(saleId));
        var order = log.of(sale.key()).stream()
                .map(seen -> seen.event().data().getClass())
                .toList();
        assertThat(order.indexOf(PaymentObserved.class)).isPositive().isLessThan(order.indexOf(CancelPayment.class));
    }

    @Test
    void what_cannot_be_processed_parks_its_own_sale_only() throws Exception {
        opened(60);
        created();
        unknown("kvitt.sale.borrowed.v1");
        await(SaleParked.class, said -> said.sale().saleId().equals(saleId));

        var other = new PaymentServiceTest();
        other.log = log;
        other.producer = producer;
        other.opened(60);
        await(CreatePayment.class, command -> command.saleId().equals(other.saleId));
    }

    @Test
    void a_parked_sale_gives_back_at_last_call_what_nobody_confirmed() throws Exception {
        parkedCloseToItsEnd("kvitt.sale.borrowed.v1");

        await(
                PaymentAtRisk.class,
                said -> said.sale().equals(sale) && said.why().equals("deadline"));
        await(CancelPayment.class, command -> command.saleId().equals(saleId));
    }

    @Test
    void a_parked_sale_keeps_at_last_call_what_was_confirmed() throws Exception {
        parkedCloseToItsEnd("kvitt.sale.borrowed.v1");
        confirmed("drop-1", 3000);

        keepsTheMoneyAtLastCall();
    }

    @Test
    void a_parked_sale_keeps_at_last_call_what_a_newer_till_may_have_confirmed() throws Exception {
        parkedCloseToItsEnd("kvitt.sale.amount-confirmed.v2");

        keepsTheMoneyAtLastCall();
    }

    @Test
    void a_parked_sale_gives_back_what_a_person_orders_though_its_confirmation_waits() throws Exception {
        parkedCloseToItsEnd("kvitt.sale.borrowed.v1");
        confirmed("drop-1", 3000);
        send("release", new ReleaseSale(MSN, saleId, "operator-7", "the product is still in the machine"));

        await(CancelPayment.class, command -> command.saleId().equals(saleId));
    }

    @Test
    void a_person_has_vipps_asked_and_reads_the_answer_though_it_is_nothing_new() throws Exception {
        send("ask", new AskVipps(MSN, saleId, "operator-7", "the till lost track"));

        assertThat(await(PaymentObserved.class, fact -> fact.reference().equals(reference))
                        .found())
                .isFalse();
    }

    @Test
    void what_became_of_sales_can_be_read_as_metrics_that_name_no_sale() throws Exception {
        opened(60);
        created();
        webhook("ABORTED", 5000);
        await(PaymentEnded.class, said -> said.sale().equals(sale));

        assertThat(Scrape.until(
                        "http://localhost:" + RestAssured.port,
                        "kvitt_sales_total{msn=\"123456\",outcome=\"opened\"}",
                        "kvitt_sales_total{msn=\"123456\",outcome=\"aborted\"}"))
                .contains("kvitt_sales_open{stage=\"requested\"}", "kvitt_sales_at_risk{why=\"deadline\"}")
                .contains("kvitt_sale_authorized_seconds_bucket", "kvitt_vipps_waiting_for_budget")
                .contains("kvitt_outbox_waiting", "kvitt_outbox_age_seconds", "kvitt_parked", "kvitt_timers_overdue")
                .contains("kvitt_consumer_lag", "kvitt_vipps_circuits{kind=\"read\",state=\"closed\"}")
                .doesNotContain(saleId.value());
    }

    @Test
    void the_machine_is_told_why_its_request_is_refused() throws Exception {
        opened(60);
        created();
        webhook("AUTHORIZED", 5000);
        confirmed("drop-1", 5001);
        var refused = await(RequestRefused.class, said -> said.sale().equals(sale));
        assertThat(refused.refusal().code()).isEqualTo("more-than-reserved");
        assertThat(refused.requestId()).isEqualTo("drop-1");

        confirmed("drop-2", 3000);
        assertThat(await(CapturePayment.class, command -> command.saleId().equals(saleId))
                        .amount())
                .isEqualTo(nok(3000));
    }

    private void opened(int selectSeconds) throws Exception {
        var now = Instant.now();
        send(
                "checkin.opened",
                new SaleOpenedByScan(
                        sale,
                        new Sealed("a.b.c.d.e"),
                        UserFlow.WEB_REDIRECT,
                        nok(5000),
                        selectSeconds,
                        "Vending machine purchase",
                        now,
                        now.plusSeconds(120)));
    }

    private void keepsTheMoneyAtLastCall() throws Exception {
        var end = Instant.now().plus(LIMIT);
        while (!lastCallIsOver() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(lastCallIsOver()).isTrue();
        assertThat(log.of(sale.key()).stream().map(seen -> seen.event().data()))
                .noneMatch(CancelPayment.class::isInstance);
    }

    /** Its last call is in two seconds: an hour before the end that Vipps guarantees. */
    private void parkedCloseToItsEnd(String unknownType) throws Exception {
        VippsToRead.shows(reference.value(), "AUTHORIZED", 5000, 0, 0);
        opened(60);
        created();
        await(CreatePayment.class, command -> command.saleId().equals(saleId));
        unknown(unknownType);
        await(SaleParked.class, said -> said.sale().equals(sale));
        var end = Instant.now().plus(Duration.ofHours(1)).plusSeconds(2);
        send("reserved", fact("AUTHORIZED", 5000, end));
        await(
                PaymentAtRisk.class,
                said -> said.sale().equals(sale) && said.why().equals("parked"));
    }

    /** Vipps was asked at last call, and its answer was applied. */
    private boolean lastCallIsOver() throws Exception {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        """
                        select (attempt->'ledger'->>'readAt')::timestamptz >= (attempt->>'endsSoon')::timestamptz
                        from entity, jsonb_array_elements(state->'attempts') attempt where key = ?""")) {
            select.setString(1, sale.key());
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void created() throws Exception {
        var id = OperationId.of(reference, OperationId.Kind.CREATE, 1);
        send(
                "created",
                new OperationResult(
                        MSN, saleId, id, 1, OperationResult.Outcome.SUCCEEDED, null, null, null, Instant.now()));
    }

    /** As a newer till might send it. */
    private void unknown(String type) throws Exception {
        var unknown = new ProducerRecord<>(
                Topics.POS_SALES, sale.key().getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8));
        unknown.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        producer.send(unknown).get();
    }

    private void webhook(String name, long amount) throws Exception {
        send(name, fact(name, amount, null));
    }

    private PaymentHappened fact(String name, long amount, Instant guaranteedUntil) {
        return new PaymentHappened(
                MSN, reference, "psp-" + name, name, nok(amount), Instant.now(), null, true, guaranteedUntil);
    }

    private void confirmed(String request, long amount) throws Exception {
        send(request, new AmountConfirmed(MSN, saleId, "vending-1", request, nok(amount), List.of()));
    }

    private void send(String name, EventData data) throws Exception {
        var id = UUID.nameUUIDFromBytes((saleId + name).getBytes(StandardCharsets.UTF_8));
        var event = new Event<>(id, "test", Instant.now(), MSN, null, data);
        var message = new ProducerRecord<>(
                event.topic(), event.key().getBytes(StandardCharsets.UTF_8), EventCodec.value(data));
        EventCodec.headers(event)
                .forEach((header, value) -> message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get();
    }

    private <T extends EventData> T await(Class<T> type, Predicate<T> wanted) {
        return log.await(type, wanted, LIMIT).orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
