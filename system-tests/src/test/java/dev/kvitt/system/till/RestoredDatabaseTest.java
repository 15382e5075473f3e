package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** payment-service's database is restored to an earlier state: it catches up from the topics, and nothing happens twice. */
class RestoredDatabaseTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();
    private final Stack stack = StackUnderTest.stack();

    @Test
    void to_before_a_request_a_capture_a_refund_and_a_whole_sale() throws SQLException {
        var request = tills.open(tills.till.basket());
        tills.hears(PaymentWaiting.class, request);
        var capture = tills.open(tills.byNumber().confirmedWithin(300));
        tills.pays(capture, 1);
        tills.shop.authorized(capture.key());
        var refund = tills.paid(tills.byNumber());

        stack.kill("payment-service");
        sql("CREATE DATABASE payment_before TEMPLATE payment OWNER payment_owner");
        stack.restart("payment-service");
        tills.till.present(request, "shown-1", tills.shop.number(Tills.ADA));
        tills.pays(request, 1);
        tills.settled(request);
        tills.till.confirm(capture);
        tills.settled(capture);
        tills.till.refund(refund, "refund-1", 10_000);
        tills.hears(PaymentRefunded.class, refund);
        var whole = tills.paid(tills.byNumber());

        stack.kill("payment-service");
        sql("DROP DATABASE payment WITH (FORCE)");
        sql("ALTER DATABASE payment_before RENAME TO payment");
        stack.restart("payment-service");

        isAnsweredAsBefore(request, "hand-over");
        isAnsweredAsBefore(capture, "hand-over");
        isAnsweredAsBefore(refund, "nothing");
        isAnsweredAsBefore(whole, "hand-over");
        tills.till.cancel(whole, "cancel-1");
        tills.refused(whole, "cancel-1", "too-late-confirmed");
        tills.till.refund(refund, "refund-1", 10_000);
        tills.till.refund(refund, "refund-2", 40_000);
        tills.refused(refund, "refund-2", "more-than-captured");

        Books.close(tills.shop, request, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
        Books.close(tills.shop, capture, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
        Books.close(tills.shop, refund, 1, Books.sums(ALL, ALL, 0, 10_000), "create=1", "capture=1", "refund=1");
        Books.close(tills.shop, whole, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }

    /** Until the topics are read again the sale may be in progress; it must never be told as not paid. */
    private void isAnsweredAsBefore(SaleOpened sale, String todo) {
        var limit = Clock.systemUTC().instant().plusSeconds(60);
        var answer = tills.shop.status(sale);
        while (!answer.get("todo").asText().equals(todo)
                && Clock.systemUTC().instant().isBefore(limit)) {
            assertThat(answer.get("todo").asText()).isNotIn("try-again", "collect-otherwise", "call-somebody");
            StackUnderTest.waitUntil(Clock.systemUTC().instant().plusMillis(200));
            answer = tills.shop.status(sale);
        }
        assertThat(answer.get("todo").asText()).isEqualTo(todo);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = stack.databaseAdmin().connect("postgres");
                var sql = connection.createStatement()) {
            sql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'payment'");
            sql.execute(statement);
        }
    }
}
