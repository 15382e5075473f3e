package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and webhooks get lost or come in another order than they were sent. */
class LostMessagesTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();
    private final Dial dial = new Dial(tills.shop.phone);

    private void isPaidOnce(SaleOpened sale) {
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }

    private Instant first(SaleOpened sale, Predicate<EventData> wanted) {
        return tills.shop.log.of(sale.key()).stream()
                .filter(seen -> wanted.test(seen.event().data()))
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void the_customer_approves_before_Vipps_has_answered_the_request() {
        var sale = tills.byNumber().opening();
        dial.once("DELAY", "CREATE", Tills.reference(sale, 1), Map.of("after", "PT3S"), () -> {
            tills.till.send(sale);
            tills.shop.phone.get("/sandbox/v1/journal?wait=PT30S&event=epayments.payment.created.v1&reference="
                    + Tills.reference(sale, 1));
            tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));
            isPaidOnce(sale);
        });
        assertThat(first(
                        sale,
                        data -> data instanceof PaymentHappened fact
                                && fact.name().equals("AUTHORIZED")))
                .as("the webhook came first")
                .isBefore(first(sale, OperationResult.class::isInstance));
    }

    @Test
    void the_customer_approves_in_the_last_moment() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        var payment = tills.shop.phone.get("/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1));
        var ends = Instant.parse(payment.get("expiresAt").asText());
        var now = Instant.parse(
                tills.shop.phone.get("/sandbox/v1/clock").get("now").asText());
        dial.letPass(Duration.between(now, ends).minusSeconds(1));
        tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));

        isPaidOnce(sale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST_LOST", "ANSWER_LOST"})
    void a_request_to_the_customer_is_lost_before_or_after_Vipps_has_taken_it(String kind) {
        var sale = tills.byNumber().opening();
        dial.once(kind, "CREATE", Tills.reference(sale, 1), Map.of(), () -> {
            tills.till.send(sale);
            tills.pays(sale, 1);
        });
        isPaidOnce(sale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST_LOST", "ANSWER_LOST"})
    void a_capture_is_lost_before_or_after_Vipps_has_done_it(String kind) {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        dial.once(kind, "CAPTURE", Tills.reference(sale, 1), Map.of(), () -> {
            tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));
            isPaidOnce(sale);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST_LOST", "ANSWER_LOST"})
    void a_refund_is_lost_before_or_after_Vipps_has_done_it(String kind) {
        var sale = tills.paid(tills.byNumber());
        dial.once(kind, "REFUND", Tills.reference(sale, 1), Map.of(), () -> {
            tills.till.refund(sale, "refund-1", 10_000);
            tills.hears(PaymentRefunded.class, sale);
        });
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 10_000), "create=1", "capture=1", "refund=1");
    }

    @Test
    void no_webhook_comes_and_the_payment_is_found_by_asking() {
        var sale = tills.byNumber().opening();
        dial.withoutWebhooks(Tills.reference(sale, 1), () -> {
            tills.till.send(sale);
            tills.pays(sale, 1);
            isPaidOnce(sale);
        });
        assertThat(first(sale, PaymentObserved.class::isInstance)).isNotNull();
    }

    @Test
    void no_webhook_comes_and_the_refusal_is_found_by_asking() {
        var sale = tills.byNumber().opening();
        dial.withoutWebhooks(Tills.reference(sale, 1), () -> {
            tills.till.send(sale);
            tills.asked(sale, 1);
            tills.shop.phone.reject(sale.msn(), Tills.reference(sale, 1));
            assertThat(tills.hears(PaymentEnded.class, sale).how()).isEqualTo(PaymentEnded.How.ABORTED);
        });
        Books.close(tills.shop, sale, 1, Books.sums(0, 0, 0, 0), "create=1");
    }
}
