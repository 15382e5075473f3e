package dev.kvitt.payment.api;

import static dev.kvitt.payment.support.HttpTills.DESK;
import static dev.kvitt.payment.support.HttpTills.INSTALLATION;
import static dev.kvitt.payment.support.HttpTills.MSN;
import static dev.kvitt.payment.support.HttpTills.OTHER;
import static dev.kvitt.payment.support.HttpTills.OTHER_MSN;
import static dev.kvitt.payment.support.HttpTills.SELDOM;
import static dev.kvitt.payment.support.HttpTills.TILL_1;
import static dev.kvitt.payment.support.HttpTills.TILL_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.payment.support.HttpTills;
import dev.kvitt.payment.support.Listening;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tills that sell over HTTP alone, on real Kafka and PostgreSQL, with everybody else played by the test. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class HttpSalesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String AUTHORIZED = "kvitt.payment.authorized.v1";

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    private final String sale = HttpTills.sale();
    private final String key = MSN + "/" + sale;
    private final PaymentReference reference = PaymentReference.of(new SaleId(sale), 1);
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
    }

    @Test
    void an_accepted_sale_is_handed_on_once_however_often_it_is_sent_and_the_customer_is_asked_once() {
        var body = HttpTills.opening("till-1");
        var first = TILL_1.post(MSN, sale, "", "open-1", body)
                .then()
                .statusCode(202)
                .extract();
        var again = TILL_1.post(MSN, sale, "", "open-1", "\n" + body)
                .then()
                .statusCode(202)
                .extract();
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(first.<String>path("eventId"))
                .isEqualTo(Ids.pointOfSale(new Msn(MSN), new SaleId(sale), "kvitt.sale.opened.v1", "open-1")
                        .toString());

        await(CreatePayment.class);
        assertThat(log.of(key).stream()
                        .filter(seen -> seen.event().data() instanceof SaleOpened)
                        .map(seen -> seen.topic()))
                .containsExactly(Topics.POS_HTTP);
    }

    @Test
    void something_else_under_the_same_key_is_refused_and_the_first_stands() {
        var body = HttpTills.opening("till-1");
        TILL_1.post(MSN, sale, "", "open-1", body).then().statusCode(202);
        TILL_1.post(MSN, sale, "", "open-1", body.replace("5000", "6000"))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(await(CreatePayment.class).amount()).isEqualTo(nok(5000));
        // Another kind of request may have the same name.
        TILL_1.post(MSN, sale, "/cancellation", "open-1", "{\"tillId\": \"till-1\"}")
                .then()
                .statusCode(202);
    }

    @Test
    void the_same_request_twenty_times_at_once_is_one_request() throws Exception {
        var body = HttpTills.opening("till-1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(n ->
                            () -> TILL_1.post(MSN, sale, "", "open-1", body).statusCode())
                    .toList());
            for (var each : asked) {
                assertThat(each.get()).isEqualTo(202);
            }
        }
        await(CreatePayment.class);
        assertThat(log.of(key).stream().filter(seen -> seen.topic().equals(Topics.POS_HTTP)))
                .hasSize(1);
    }

    @Test
    void a_till_hears_what_becomes_of_its_sale_and_after_a_break_what_it_has_missed() {
        String missedFrom;
        try (var till = listen(TILL_1, "till-1", null)) {
            assertThat(till.status()).isEqualTo(200);
            TILL_1.open(sale, "till-1", "open-1").then().statusCode(202);
            created();
            missedFrom = nextOfThis(till, "kvitt.payment.requested.v1").id();
        }
        webhook("AUTHORIZED");
        await(CapturePayment.class);
        try (var till = listen(TILL_1, "till-1", missedFrom)) {
            var authorized = nextOfThis(till, AUTHORIZED);
            assertThat(authorized.id()).matches("[0-9a-f]{8}-[0-9]+");
            assertThat(number(authorized.id())).isGreaterThan(number(missedFrom));
            assertThat(authorized.data().path("specversion").asText()).isEqualTo("1.0");
            assertThat(authorized.data().path("subject").asText()).isEqualTo(key);
            assertThat(authorized.data().at("/data/sale/tillId").asText()).isEqualTo("till-1");
        }
    }

    @Test
    void whoever_has_heard_more_than_there_is_hears_all_that_is_kept_again() {
        TILL_1.open(sale, "till-1", "open-1").then().statusCode(202);
        created();
        VippsToRead.shows(reference.value(), "CREATED", 0, 0, 0);
        for (var cursor : List.of("999999999", "00000000-1")) {
            try (var till = listen(TILL_1, "till-1", cursor)) {
                var gap = till.next("");
                assertThat(gap.name()).as("of another epoch, or of none").isEqualTo("gap");
                assertThat(gap.id()).endsWith("-0");
                nextOfThis(till, "kvitt.payment.requested.v1");
            }
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    @Test
    void a_token_that_listens_too_often_is_told_to_come_back_and_the_others_are_let_in() {
        var listening = new ArrayList<Listening>();
        try {
            // Whoever is let in takes the place a moment later.
            do {
                listening.add(listen(HttpTills.CROWD, "till-1", null));
            } while (listening.getLast().status() == 200 && listening.size() < 3 * HttpTills.MOST_WAITING);
            assertThat(listening).hasSizeGreaterThan(HttpTills.MOST_WAITING);
            HttpTills.CROWD
                    .get("/tills/" + MSN + "/till-1/events")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", equalTo("too-many-waiting"));
            try (var another = listen(TILL_2, "till-2", null)) {
                assertThat(another.status()).isEqualTo(200);
            }
        } finally {
            listening.forEach(Listening::close);
        }
    }

    @Test
    void liveness_looks_at_the_thread_on_which_all_who_wait_depend() {
        assertThat(Scrape.until(
                        "http://localhost:" + RestAssured.port, "kvitt_loop_idle_seconds{loop=\"waiting-tills\"}"))
                .contains("waiting-tills");
    }

    @Test
    void a_till_that_waits_is_answered_when_more_is_said_and_with_the_same_when_not() {
        TILL_1.open(sale, "till-1", "open-1").then().statusCode(202);
        await(CreatePayment.class);
        String version =
                TILL_1.get("/sales/" + key).then().statusCode(200).extract().path("version");
        TILL_1.get("/sales/" + key + "?wait=1&since=" + version)
                .then()
                .statusCode(200)
                .body("version", equalTo(version));

        created();
        TILL_1.get("/sales/" + key + "?wait=30&since=" + version)
                .then()
                .statusCode(200)
                .body("status", equalTo("in-progress"))
                .body("version", not(equalTo(version)));
    }

    @Test
    void an_accepted_sale_is_in_progress_also_before_anybody_has_read_it() {
        TILL_1.open(sale, "till-1", "open-1").then().statusCode(202);
        TILL_1.get("/sales/" + key).then().statusCode(200).body("status", equalTo("in-progress"));
    }

    /** This sales unit has codes exchanged for numbers, which is not payment-service's to do. */
    @Test
    void a_customers_own_code_that_comes_to_nothing_does_not_keep_the_till_waiting_for_ever() {
        var basket = HttpTills.opening("till-1").replaceFirst("(?s),\\s*\"customer\": .*}}", "}");
        TILL_1.post(MSN, sale, "", "open-1", basket).then().statusCode(202);
        TILL_1.post(MSN, sale, "/customer", "shown-1", HttpTills.shown("till-1", "PERSONAL_QR"))
                .then()
                .statusCode(202);
        var end = System.nanoTime() + LIMIT.toNanos();
        String todo;
        do {
            todo = TILL_1.get("/sales/" + key).then().statusCode(200).extract().path("todo");
        } while (!todo.equals("present-customer") && System.nanoTime() < end);
        assertThat(todo).isEqualTo("present-customer");
        assertThat(log.of(key)).noneMatch(seen -> seen.event().data() instanceof CreatePayment);
    }

    @Test
    void a_till_that_only_asks_learns_what_was_refused_and_why() {
        TILL_1.post(MSN, sale, "", "open-1", HttpTills.opening("till-1", 99))
                .then()
                .statusCode(202);
        assertThat(await(RequestRefused.class).requestId()).isEqualTo("open-1");
        TILL_1.get("/sales/" + key)
                .then()
                .statusCode(200)
                .body("todo", equalTo("send-corrected"))
                .body("refusals[0].requestId", equalTo("open-1"))
                .body("refusals[0].code", equalTo("amount-too-small"));
    }

    @Test
    void a_paid_sale_that_its_till_has_not_acknowledged_is_listed_and_counted_until_it_does() {
        TILL_2.open(sale, "till-2", "open-1").then().statusCode(202);
        TILL_2.post(MSN, sale, "/acknowledgements", "ack", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-acknowledge"));
        try (var till = listen(TILL_2, "till-2", "0")) {
            created();
            webhook("AUTHORIZED");
            nextOfThis(till, AUTHORIZED);
        }
        DESK.get("/tills/" + MSN + "/till-2/unacknowledged")
                .then()
                .statusCode(200)
                .body("sales.saleId", hasItem(sale));
        assertThat(Scrape.until("http://localhost:" + RestAssured.port, "kvitt_sales_unacknowledged"))
                .contains("kvitt_sales_unacknowledged");

        TILL_1.post(MSN, sale, "/acknowledgements", "ack", "").then().statusCode(403);
        TILL_2.post(MSN, sale, "/acknowledgements", "ack", "").then().statusCode(200);
        TILL_2.post(MSN, sale, "/acknowledgements", "ack", "").then().statusCode(200);
        List<String> left = DESK.get("/tills/" + MSN + "/till-2/unacknowledged")
                .then()
                .extract()
                .path("sales.saleId");
        assertThat(left).doesNotContain(sale);
    }

    @Test
    void a_till_neither_sees_nor_touches_what_another_till_sells() {
        TILL_1.open(sale, "till-1", "open-1").then().statusCode(202);
        forbidden(TILL_2.get("/sales/" + key), "till-not-permitted");
        forbidden(TILL_2.post(MSN, sale, "/cancellation", "c", "{\"tillId\": \"till-2\"}"), "till-not-permitted");
        forbidden(TILL_2.post(MSN, sale, "/cancellation", "c", "{\"tillId\": \"till-1\"}"), "till-not-permitted");
        forbidden(TILL_2.get("/tills/" + MSN + "/till-1/events"), "till-not-permitted");
        forbidden(TILL_2.get("/tills/" + MSN + "/till-1/unacknowledged"), "till-not-permitted");
        await(CreatePayment.class);
        forbidden(TILL_2.get("/sales/" + key), "till-not-permitted");
        assertThat(log.of(key)).noneMatch(seen -> seen.event().data() instanceof CancelPayment);
    }

    @Test
    void a_merchant_neither_reads_nor_refunds_another_ones_sale() {
        paid();
        var ways = List.of(
                "/sales/" + key,
                "/tills/" + MSN + "/till-1/events",
                "/tills/" + MSN + "/till-1/unacknowledged",
                "/availability/" + MSN);
        ways.forEach(way -> forbidden(OTHER.get(way), "sales-unit-not-permitted"));
        var requests = List.of("", "/customer", "/confirmation", "/attempts", "/cancellation", "/refunds");
        requests.forEach(path -> forbidden(
                OTHER.post(MSN, sale, path, "r", HttpTills.refund("till-1", 100)), "sales-unit-not-permitted"));
        // The same saleId of the other merchant is another sale.
        OTHER.get("/sales/" + OTHER_MSN + "/" + sale).then().statusCode(200).body("status", equalTo("not-seen"));
        OTHER.post(OTHER_MSN, sale, "/refunds", "r", HttpTills.refund("till-1", 100))
                .then()
                .statusCode(202);
        assertThat(log.of(key)).noneMatch(seen -> seen.event().data() instanceof RefundPayment);
    }

    @Test
    void only_who_may_pays_back_and_only_up_to_the_tills_day() {
        paid();
        forbidden(TILL_1.post(MSN, sale, "/refunds", "r-0", HttpTills.refund("till-1", 100)), "refunds-not-permitted");
        forbidden(
                TILL_1.post(MSN, sale, "/cancellation", "c-0", "{\"tillId\": \"till-1\", \"onLate\": \"REFUND\"}"),
                "refunds-not-permitted");
        forbidden(
                INSTALLATION.post(MSN, sale, "/cancellation", "c-0", "{\"tillId\": \"till-1\"}"),
                "request-not-permitted");

        DESK.post(MSN, sale, "/refunds", "r-1", HttpTills.refund("vending-1", 2000))
                .then()
                .statusCode(202);
        assertThat(await(RefundPayment.class).amount()).isEqualTo(nok(2000));
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_back_and_nothing_is_done() {
        SELDOM.get("/sales/" + key).then().statusCode(200);
        SELDOM.get("/sales/" + key).then().statusCode(200);
        SELDOM.open(sale, "till-1", "open-1")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("code", equalTo("too-many-requests"));
        TILL_1.get("/sales/" + key).then().statusCode(200).body("status", equalTo("not-seen"));
    }

    @Test
    void the_cashier_reads_what_to_do_in_their_own_language() {
        for (var lang : List.of("nb", "da", "fi", "en")) {
            var sentence = TILL_1.get("/sales/" + key + "?lang=" + lang)
                    .then()
                    .statusCode(200)
                    .body("todo", equalTo("send-again"))
                    .extract()
                    .<String>path("sentence");
            assertThat(sentence).isEqualTo(Todo.SEND_AGAIN.sentence(Language.valueOf(lang.toUpperCase(Locale.ROOT))));
        }
        assertThat(Arrays.stream(Todo.values())
                        .flatMap(todo -> Arrays.stream(Language.values()).map(todo::sentence)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whether_it_is_worth_asking_the_customer_is_said_cheaply() {
        TILL_1.get("/availability/" + MSN)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("open", equalTo(true));
        INSTALLATION
                .get("/availability/999999?lang=fi")
                .then()
                .statusCode(200)
                .body("reason", equalTo("switched-off"))
                .body("sentence", equalTo("Tämä myyntipiste ei ota vastaan uusia myyntejä."));
    }

    private void paid() {
        VippsToRead.shows(reference.value(), "AUTHORIZED", 5000, 0, 0);
        DESK.open(sale, "till-1", "open-1").then().statusCode(202);
        created();
        webhook("AUTHORIZED");
        await(CapturePayment.class);
        VippsToRead.shows(reference.value(), "AUTHORIZED", 5000, 5000, 0);
        send(new OperationResult(
                new Msn(MSN),
                new SaleId(sale),
                OperationId.of(reference, OperationId.Kind.CAPTURE, 1),
                1,
                OperationResult.Outcome.SUCCEEDED,
                captured(),
                null,
                null,
                Instant.now()));
        webhook("CAPTURED");
        assertThat(await(PaymentSettled.class).amount()).isEqualTo(nok(5000));
    }

    private static PaymentView captured() {
        var sums = new Aggregate(nok(5000), nok(5000), nok(0), nok(0));
        return new PaymentView(PaymentState.AUTHORIZED, nok(5000), sums, "psp", null);
    }

    private static void forbidden(io.restassured.response.Response answer, String code) {
        answer.then().statusCode(403).body("code", equalTo(code)).body("title", containsString("says nothing"));
    }

    private Listening listen(HttpTills till, String id, String lastEventId) {
        var url = "http://localhost:" + RestAssured.port + "/tills/" + MSN + "/" + id + "/events";
        return new Listening(url, till.authorization(), lastEventId);
    }

    /** Other tests sell at the same till. */
    private Listening.Heard nextOfThis(Listening till, String type) {
        Listening.Heard next;
        do {
            next = till.next(type);
        } while (!next.data().path("subject").asText().equals(key));
        return next;
    }

    private void created() {
        await(CreatePayment.class);
        send(new OperationResult(
                new Msn(MSN),
                new SaleId(sale),
                OperationId.of(reference, OperationId.Kind.CREATE, 1),
                1,
                OperationResult.Outcome.SUCCEEDED,
                null,
                null,
                null,
                Instant.now()));
    }

    private void webhook(String name) {
        send(new PaymentHappened(
                new Msn(MSN), reference, "psp-" + name, name, nok(5000), Instant.now(), null, true, null));
    }

    private void send(EventData data) {
        var event = new Event<>(UUID.randomUUID(), "test", Instant.now(), new Msn(MSN), null, data);
        var message = new ProducerRecord<>(
                event.topic(), event.key().getBytes(StandardCharsets.UTF_8), EventCodec.value(data));
        EventCodec.headers(event)
                .forEach((header, value) -> message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T extends EventData> T await(Class<T> type) {
        return log.await(key, type, said -> true, LIMIT)
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
