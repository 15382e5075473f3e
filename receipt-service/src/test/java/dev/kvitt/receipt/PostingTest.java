package dev.kvitt.receipt;

import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.event;
import static dev.kvitt.receipt.Samples.fanta;
import static dev.kvitt.receipt.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.receipt.fake.FakeOrders;
import dev.kvitt.receipt.fake.FakeOrders.Fault;
import dev.kvitt.receipt.support.Eventually;
import dev.kvitt.receipt.support.ReceiptTable;
import dev.kvitt.receipt.support.ReceiptTest;
import dev.kvitt.receipt.support.TestClock;
import dev.kvitt.receipt.support.Topic;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ReceiptTest
class PostingTest {

    @Inject
    Topic topic;

    @Inject
    FakeOrders orders;

    @Inject
    ReceiptTable table;

    @Inject
    TestClock clock;

    @Test
    void a_captured_payment_gets_its_receipt() throws Exception {
        var sale = captured("post-once", fanta());
        topic.send(event(sale, 1));
        assertPosted(sale);
        assertThat(orders.receipt("post-once-1").toString())
                .isEqualTo("{\"orderLines\":[{\"name\":\"Fanta 0.5 l\",\"id\":\"fanta-05\",\"totalAmount\":3000,"
                        + "\"totalAmountExcludingTax\":2400,\"totalTaxAmount\":600,\"taxRate\":2500}],"
                        + "\"bottomLine\":{\"currency\":\"NOK\",\"posId\":\"machine-7\"}}");
        assertThat(table.count("receipt", "reference = 'post-once-1' and status = 'POSTED'"))
                .isOne();
    }

    @Test
    void a_payment_gets_one_receipt_however_often_it_is_told_of() throws Exception {
        var sale = captured("post-twice", fanta());
        topic.send(event(sale, 1));
        topic.send(event(sale, 1));
        topic.send(event(sale, 2));
        var marker = captured("post-twice-2nd", fanta());
        topic.send(event(marker, 1));
        assertPosted(sale);
        assertPosted(marker);
        Eventually.holds(
                "all three were read",
                () -> table.count("task", "key like '%post-twice'") == 0
                        && table.count("entity", "key = '123456/post-twice' and cardinality(applied) = 2") == 1);
        assertThat(orders.posts("post-twice-1")).isOne();
        assertThat(topic.await(sale.key(), 1)).hasSize(1);
    }

    @Test
    void a_payment_without_lines_wants_no_receipt() throws Exception {
        var without = captured("post-nothing");
        topic.send(event(without, 1));
        var with = captured("post-nothing", fanta());
        topic.send(event(with, 2));
        assertPosted(with);
        assertThat(orders.posts("post-nothing-1")).isOne();
    }

    @Test
    void a_receipt_whose_answer_was_lost_is_found_to_be_there() throws Exception {
        var sale = captured("post-lost", fanta());
        orders.fail("post-lost-1", Fault.LOST_AFTER_WORK);
        topic.send(event(sale, 1));
        passAfter(1, sale, Duration.ofSeconds(2));
        assertPosted(sale);
        assertThat(orders.posts("post-lost-1")).isEqualTo(2);
    }

    @Test
    void errors_and_limits_are_waited_out() throws Exception {
        var sale = captured("post-busy", fanta());
        orders.fail("post-busy-1", Fault.ERROR_BEFORE_WORK, Fault.TOO_MANY);
        topic.send(event(sale, 1));
        passAfter(1, sale, Duration.ofSeconds(2));
        passAfter(2, sale, Duration.ofSeconds(30));
        assertThat(orders.posts("post-busy-1")).isEqualTo(2);
        clock.pass(Duration.ofSeconds(10));
        assertPosted(sale);
    }

    @Test
    void lines_that_do_not_add_up_are_rejected_without_a_call() throws Exception {
        var sale = captured("post-wrong", line(3000, 2400, 500, 2500));
        topic.send(event(sale, 1));
        assertRejected(sale, "lines-do-not-add-up");
        assertThat(orders.posts("post-wrong-1")).isZero();
    }

    @Test
    void lines_with_another_sum_are_posted_all_the_same() throws Exception {
        var sale = captured("post-other-sum", line(2900, 2320, 580, 2500));
        topic.send(event(sale, 1));
        assertPosted(sale);
    }

    @Test
    void what_vipps_refuses_is_rejected() throws Exception {
        var sale = captured("post-refused", fanta());
        orders.fail("post-refused-1", Fault.MALFORMED);
        topic.send(event(sale, 1));
        assertRejected(sale, "vipps-http-400");
        assertThat(orders.posts("post-refused-1")).isOne();
    }

    @Test
    void a_sales_unit_that_is_not_in_the_registry_gets_no_receipt() throws Exception {
        var sale = captured(new Msn("765432"), "post-unknown", Samples.nok(3000), fanta());
        topic.send(event(sale, 1));
        assertRejected(sale, "unknown-sales-unit");
    }

    private void passAfter(int posts, PaymentCaptured sale, Duration time) {
        var underWay = "key = '" + sale.key() + "' and leased_until is not null";
        Eventually.holds(
                "post " + posts + " is over",
                () -> orders.posts(sale.reference().value()) >= posts && table.count("task", underWay) == 0);
        clock.pass(time);
    }

    private void assertPosted(PaymentCaptured sale) {
        assertThat(topic.await(sale.key(), 1)).first().satisfies(event -> {
            assertThat(event.data()).isInstanceOf(ReceiptPosted.class);
            assertThat(((ReceiptPosted) event.data()).reference()).isEqualTo(sale.reference());
        });
    }

    private void assertRejected(PaymentCaptured sale, String code) {
        assertThat(topic.await(sale.key(), 1)).singleElement().satisfies(event -> {
            assertThat(event.data()).isInstanceOf(ReceiptRejected.class);
            assertThat(((ReceiptRejected) event.data()).refusal().code()).isEqualTo(code);
        });
    }
}
