package dev.kvitt.system.customers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Tills;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * R18: personal values come in by every way there is and are nowhere in clear: not on a topic, in a table, a log, a metric or a trace. What
 * erases them in time: {@code SealingKeysTest.values_of_a_destroyed_key_read_as_erased} (three days) and {@code
 * RememberingTest.whoever_is_erased_cannot_be_read_a_moment_later}.
 */
class PersonalDataTest {

    /** Of a customer whom no other test has. */
    private static final String NUMBER = "4712349871";

    private static final String FIRST_NAME = "Plantineke";
    private static final String LAST_NAME = "Hemmeligsen";
    private static final String CODE = "till-1-qr";

    /** Written in clear where it may not be, so that something is there to be found. */
    private static final String IN_CLEAR = "planted-in-clear-4711";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tills tills = new Tills();
    private final Shop shop = tills.shop;
    private final PhoneSharing sharing = new PhoneSharing(tills);

    @Test
    void what_customers_tell_is_nowhere_in_clear_whichever_way_it_came() throws Exception {
        shop.phone.call(
                "PUT", "/sandbox/v1/customers/" + NUMBER, Map.of("firstName", FIRST_NAME, "lastName", LAST_NAME));
        var typed = paid(tills.till.basket().of(seal(Customer.Kind.PHONE_NUMBER, NUMBER)));
        var code = shop.phone.personalQr(NUMBER);
        paid(tills.till.basket().of(seal(Customer.Kind.PERSONAL_QR, code)));
        var exchanged = shop.phone.personalQr(NUMBER);
        settled(tills.kiosk.open(tills.kiosk.basket().of(seal(Customer.Kind.PERSONAL_QR, exchanged))));
        var token = scanned();
        var refusedCode = "https://qr.example/" + NUMBER + "/refused";
        refused(refusedCode);
        refusedToSeal();
        var known = sharing.remembered(NUMBER);
        var next = tills.open(tills.till.basket().of(Customer.known(known.customerId(), null)));
        assertThat(shop.requested(next.key(), 1).userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        settled(next);
        assertThat(PhoneSharing.merchant("POST", "/customers/find", "{\"number\":\"" + NUMBER + "\"}", 200))
                .contains(known.customerId());
        plantInClear();

        var found = Haystack.search(
                NUMBER,
                FIRST_NAME,
                LAST_NAME,
                code,
                exchanged,
                token,
                refusedCode,
                IN_CLEAR,
                typed.saleId().value());

        assertThat(found.get(IN_CLEAR))
                .as("what a till writes in clear stays on its own topic, and the search finds it there")
                .containsExactly("topic " + Topics.POS_SALES);
        assertThat(found.get(typed.saleId().value()))
                .as("the search looks everywhere: a sale's id is no secret")
                .contains(
                        "topic " + Topics.PAYMENT_EVENTS,
                        "topic " + Topics.PAYMENT_RESULTS,
                        "table payment.public.entity",
                        "table capture.public.operation",
                        "log capture-service.log",
                        "trace payment-service",
                        "trace capture-service");
        for (var value : new String[] {NUMBER, FIRST_NAME, LAST_NAME, code, exchanged, token, refusedCode}) {
            assertThat(found.get(value))
                    .as("a planted value of " + value.length() + " characters")
                    .isEqualTo(Set.of());
        }
    }

    private Customer seal(Customer.Kind kind, String value) {
        var body = "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}";
        var answer = sealing(body, 200);
        return Customer.sealed(kind, new Sealed(answer.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1")));
    }

    /** What is wrong with a value is told, and the value is not. */
    private void refusedToSeal() {
        assertThat(sealing("{\"kind\":\"PHONE_NUMBER\",\"value\":\"+" + NUMBER + "\"}", 400))
                .doesNotContain(NUMBER);
    }

    private static String sealing(String body, int status) {
        var context = StackUnderTest.stack().context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.TILL_TOKEN);
        return PhoneSharing.ask(
                context.ports().url("checkin-service") + "/customers/seal", token, "POST", body, status);
    }

    private SaleOpened paid(Basket basket) {
        return settled(tills.open(basket));
    }

    private SaleOpened settled(SaleOpened sale) {
        tills.pays(sale, 1);
        tills.settled(sale);
        return sale;
    }

    /** @return the token that Vipps gave for the scan */
    private String scanned() {
        var sale = tills.open(tills.till.basket().atCode(CODE));
        var scan = shop.phone.call(
                "POST", "/sandbox/v1/scan", Map.of("msn", Shop.MSN.value(), "merchantQrId", CODE, "customer", NUMBER));
        settled(sale);
        return scan.get("customerToken").asText();
    }

    /** Vipps says why it does not take a code; its words may repeat the code. */
    private void refused(String code) {
        var sale = tills.open(tills.till.basket().of(seal(Customer.Kind.PERSONAL_QR, code)));
        shop.hears(PaymentEvent.class, sale, said -> true, "the code is refused");
        tills.till.cancel(sale, "cancel-1");
        shop.done(sale.key());
    }

    /** A till's message that nobody can read, with what should have been sealed in it. */
    private void plantInClear() throws Exception {
        var opening = tills.till.basket().opening();
        var type = "kvitt.sale.opened.v1";
        var id = Ids.pointOfSale(opening.msn(), opening.saleId(), type, opening.requestId());
        var event = new Event<>(id, "till", Clock.systemUTC().instant(), opening.msn(), opening.tillId(), opening);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", StackUnderTest.stack().context().ports().kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(
                    Topics.POS_SALES,
                    event.key().getBytes(UTF_8),
                    ("{\"customer\": \"" + IN_CLEAR + "\", ").getBytes(UTF_8));
            EventCodec.headers(event).forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            producer.send(message).get();
        }
        assertThat(shop.log.await(event.key(), PaymentEvent.class, said -> true, PATIENCE))
                .as("the till hears that it was not understood")
                .isPresent();
    }
}
