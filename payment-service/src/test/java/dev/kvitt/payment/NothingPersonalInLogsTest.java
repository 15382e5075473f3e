package dev.kvitt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.LogLines;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers and tokens that come in by every entry are in no line and no metric. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class NothingPersonalInLogsTest {

    private static final Msn MSN = new Msn("123456");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PHONE = "4798761234";
    private static final String TOKEN = "planted-bearer-token";
    private static final String SEALED = "a.b.c.d.e";

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    private final SaleId saleId = new SaleId("test-" + UUID.randomUUID());
    private final PaymentReference reference = PaymentReference.of(saleId, 1);
    private EventLog log;
    private KafkaProducer<byte[], byte[]> producer;
    private LogLines lines;

    @BeforeEach
    void open() {
        log = new EventLog(bootstrap, false);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        lines = new LogLines();
    }

    @AfterEach
    void close() {
        lines.close();
        log.close();
        producer.close();
    }

    @Test
    void a_till_that_seals_nothing_is_refused_without_repeating_it() throws Exception {
        var opening = new SaleOpened(
                MSN,
                saleId,
                "vending-1",
                "open",
                new Money(4900, Currency.NOK),
                false,
                null,
                "For " + PHONE,
                Instant.now().plusSeconds(60),
                false,
                Customer.sealed(Customer.Kind.PHONE_NUMBER, new Sealed(SEALED)),
                null,
                List.of());
        send(opening, PHONE);
        var refused = log.await(
                        RequestRefused.class, said -> said.sale().saleId().equals(saleId), LIMIT)
                .orElseThrow();

        assertThat(refused.toString()).doesNotContain(PHONE);
        assertNothing();
    }

    @Test
    void what_vipps_says_of_the_customer_goes_no_further() throws Exception {
        var told = VippsToRead.payment(reference.value(), "AUTHORIZED", 5000, 0, 0)
                .replace("\"profile\":{}", "\"profile\":{},\"userDetails\":{\"mobileNumber\":\"" + PHONE + "\"}");
        VippsToRead.answers(reference.value(), told);
        send(new AskVipps(MSN, saleId, "operator-7", "the till lost track"), SEALED);
        var observed = log.await(PaymentObserved.class, fact -> fact.reference().equals(reference), LIMIT)
                .orElseThrow();

        assertThat(observed.found()).isTrue();
        assertThat(observed.toString()).doesNotContain(PHONE);
        assertThat(lines.all()).anyMatch(line -> line.startsWith(MSN + "/" + saleId + " ") && line.contains("Reads"));
        assertNothing();
    }

    @Test
    void the_text_of_a_problem_at_vipps_is_not_repeated() throws Exception {
        VippsToRead.refuses(
                reference.value(),
                "{\"status\":400,\"title\":\"not for " + PHONE + "\",\"detail\":\"not for " + PHONE + "\"}");
        send(new AskVipps(MSN, saleId, "operator-7", "the till lost track"), SEALED);

        until(() -> lines.all().stream()
                .anyMatch(line ->
                        line.startsWith(MSN + "/" + saleId + " ") && line.contains("Asking about " + reference)));
        assertNothing();
    }

    @Test
    void who_asks_over_http_with_a_strange_token_or_path_is_not_repeated() {
        RestAssured.given()
                .header("Authorization", "Bearer " + TOKEN)
                .get("/sales/" + MSN + "/" + saleId)
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Bearer token-of-the-whole-installation")
                .get("/sales/" + PHONE + "/" + PHONE + "-" + TOKEN)
                .then()
                .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(200));
        assertNothing();
    }

    private void assertNothing() {
        assertThat(lines.all()).noneMatch(line -> line.contains(PHONE) || line.contains(TOKEN));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("kvitt_outbox_waiting")
                .doesNotContain(PHONE, TOKEN, saleId.value());
    }

    /** @param clear what stands where a sealed value should */
    private void send(EventData data, String clear) throws Exception {
        var event = new Event<>(UUID.randomUUID(), "test", Instant.now(), MSN, null, data);
        var value = new String(EventCodec.value(data), StandardCharsets.UTF_8).replace(SEALED, clear);
        var message = new ProducerRecord<>(
                event.topic(), event.key().getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
        EventCodec.headers(event)
                .forEach((header, text) -> message.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
