package dev.kvitt.receipt;

import static dev.kvitt.receipt.Samples.authorized;
import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.event;
import static dev.kvitt.receipt.Samples.fanta;
import static dev.kvitt.receipt.Samples.line;
import static dev.kvitt.receipt.Samples.nok;
import static dev.kvitt.receipt.Samples.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentSources;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.ReceiptWarned;
import dev.kvitt.events.ReceiptWarning;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.UnitInfo;
import dev.kvitt.events.Vat;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.receipt.fake.FakeOrders;
import dev.kvitt.receipt.fake.FakeOrders.Fault;
import dev.kvitt.receipt.support.Eventually;
import dev.kvitt.receipt.support.ReceiptTable;
import dev.kvitt.receipt.support.ReceiptTest;
import dev.kvitt.receipt.support.TestClock;
import dev.kvitt.receipt.support.Topic;
import io.restassured.RestAssured;
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
    void receipts_can_be_read_as_metrics_that_name_no_sale() throws Exception {
        var sale = captured("post-counted", fanta());
        topic.send(event(sale, 1));
        assertPosted(sale);
        assertThat(Scrape.until("http://localhost:" + RestAssured.port, "kvitt_receipts_total{outcome=\"posted\"}"))
                .contains("kvitt_outbox_waiting")
                .doesNotContain("post-counted");
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
    void lines_with_another_sum_are_posted_and_the_till_is_warned() throws Exception {
        var sale = captured("post-other-sum", line(2900, 2320, 580, 2500));
        topic.send(event(sale, 1));
        assertPosted(sale);
        assertWarned(sale, "sum-differs");
    }

    @Test
    void a_meters_receipt_is_posted_once_on_the_reservation() throws Exception {
        topic.send(event(authorized("post-meter", ReceiptWay.BEFORE_CAPTURE, fanta()), 1));
        var sale = captured("post-meter", ReceiptWay.BEFORE_CAPTURE, fanta());
        assertPosted(sale);
        topic.send(event(sale, 1));
        awaitMarker("post-meter-2nd");
        assertThat(orders.posts("post-meter-1")).isOne();
        assertThat(topic.await(sale.key(), 1)).hasSize(1);
    }

    @Test
    void a_meters_receipt_is_posted_on_the_capture_where_nobody_told_of_the_reservation() throws Exception {
        var sale = captured("post-meter-late", ReceiptWay.BEFORE_CAPTURE, fanta());
        topic.send(event(sale, 1));
        assertPosted(sale);
    }

    @Test
    void a_receipt_that_went_with_the_request_is_never_posted_but_warned_about() throws Exception {
        var sale = captured("post-at-create", ReceiptWay.AT_CREATE, line(3000, 2250, 750, 2500));
        topic.send(event(sale, 1));
        awaitMarker("post-at-create-2nd");
        assertWarned(sale, "tax-rate-does-not-fit");
        assertThat(orders.posts("post-at-create-1")).isZero();
        assertThat(table.count("receipt", "reference = 'post-at-create-1'")).isZero();
    }

    @Test
    void a_refund_adds_no_receipt() throws Exception {
        var sale = captured("post-refund", fanta());
        topic.send(event(sale, 1));
        assertPosted(sale);
        topic.send(event(refunded(sale), 1));
        awaitMarker("post-refund-2nd");
        assertThat(orders.posts("post-refund-1")).isOne();
        assertThat(topic.await(sale.key(), 1)).hasSize(1);
    }

    @Test
    void what_stands_below_the_lines_and_how_many_at_which_price_is_on_the_receipt() throws Exception {
        var bottomLine =
                new BottomLine("kasse-3", "000471", nok(500), new PaymentSources(null, nok(700), null, nok(100)));
        var line = Vat.line("coffee-03", "Kaffe", UnitInfo.pieces(nok(1900), 2), nok(500), 1500);
        var sale = captured(Samples.MSN, "post-whole", ReceiptWay.AFTER_CAPTURE, bottomLine, line);
        topic.send(event(sale, 1));
        assertPosted(sale);
        assertThat(orders.receipt("post-whole-1").toString())
                .isEqualTo("{\"orderLines\":[{\"name\":\"Kaffe\",\"id\":\"coffee-03\",\"totalAmount\":3300,"
                        + "\"totalAmountExcludingTax\":2870,\"totalTaxAmount\":430,\"taxRate\":1500,"
                        + "\"unitInfo\":{\"unitPrice\":1900,\"quantity\":\"2\",\"quantityUnit\":\"PCS\"},"
                        + "\"discount\":500}],\"bottomLine\":{\"currency\":\"NOK\",\"tipAmount\":500,"
                        + "\"posId\":\"kasse-3\",\"paymentSources\":{\"card\":700,\"cash\":100},"
                        + "\"receiptNumber\":\"000471\"}}");
        assertThat(topic.await(sale.key(), 1)).hasSize(1);
    }

    @Test
    void another_receipt_than_ours_is_told_of_and_stays() throws Exception {
        var other =
                "{\"orderLines\":[{\"id\":\"cola\",\"name\":\"Cola\",\"totalAmount\":3000,\"totalTaxAmount\":600}]}";
        orders.put("post-other-1", other);
        var sale = captured("post-other", fanta());
        topic.send(event(sale, 1));
        assertRejected(sale, "other-receipt");
        assertThat(orders.receipt("post-other-1").toString()).isEqualTo(other);
    }

    @Test
    void a_receipt_that_is_there_and_cannot_be_read_yet_is_compared_later() throws Exception {
        var sale = captured("post-unread", fanta());
        orders.fail("post-unread-1", Fault.LOST_AFTER_WORK);
        orders.failReads("post-unread-1", 1);
        topic.send(event(sale, 1));
        passAfter(1, sale, Duration.ofSeconds(2));
        passAfter(2, sale, Duration.ofSeconds(4));
        assertPosted(sale);
        assertThat(orders.posts("post-unread-1")).isEqualTo(3);
    }

    @Test
    void keys_that_are_refused_and_a_payment_not_found_yet_are_waited_out() throws Exception {
        var sale = captured("post-keys", fanta());
        orders.fail("post-keys-1", Fault.KEYS_REFUSED, Fault.KEYS_REFUSED, Fault.NOT_FOUND);
        topic.send(event(sale, 1));
        Eventually.holds("posted", () -> {
            clock.pass(Duration.ofSeconds(2));
            return orders.receipt("post-keys-1") != null;
        });
        assertPosted(sale);
    }

    @Test
    void a_payment_that_vipps_never_finds_is_given_up_after_an_hour() throws Exception {
        var sale = captured("post-never", fanta());
        orders.fail("post-never-1", Fault.NOT_FOUND, Fault.NOT_FOUND);
        topic.send(event(sale, 1));
        passAfter(1, sale, Duration.ofMinutes(61));
        assertRejected(sale, "vipps-http-404");
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
    void a_no_of_a_gateway_is_waited_out() throws Exception {
        var sale = captured("post-gateway", fanta());
        orders.fail("post-gateway-1", Fault.GATEWAY);
        topic.send(event(sale, 1));
        passAfter(1, sale, Duration.ofSeconds(2));
        assertPosted(sale);
    }

    @Test
    void a_receipt_of_a_sales_unit_that_the_registry_has_lost_is_owed_still() throws Exception {
        var sale = captured(new Msn("765432"), "post-unknown", ReceiptWay.AFTER_CAPTURE, null, fanta());
        topic.send(event(sale, 1));
        Eventually.holds(
                "it was tried and waits",
                () -> table.count("task", "key = '" + sale.key() + "' and tries > 0 and leased_until is null") == 1);
        assertThat(table.count("receipt", "reference = 'post-unknown-1' and status = 'WANTED'"))
                .isOne();
    }

    private void passAfter(int posts, PaymentCaptured sale, Duration time) {
        var underWay = "key = '" + sale.key() + "' and leased_until is not null";
        Eventually.holds(
                "post " + posts + " is over",
                () -> orders.posts(sale.reference().value()) >= posts && table.count("task", underWay) == 0);
        clock.pass(time);
    }

    private void awaitMarker(String saleId) throws Exception {
        var marker = captured(saleId, fanta());
        topic.send(event(marker, 1));
        assertPosted(marker);
        Eventually.holds("everything before was read and done", () -> table.count("task", "not_before <= now()") == 0);
    }

    private void assertPosted(PaymentCaptured sale) {
        var posted = topic.awaitOne(sale.key(), ReceiptPosted.class);
        assertThat(posted.reference()).isEqualTo(sale.reference());
    }

    private void assertRejected(PaymentCaptured sale, String code) {
        var rejected = topic.awaitOne(sale.key(), ReceiptRejected.class);
        assertThat(rejected.refusal().code()).isEqualTo(code);
        assertThat(topic.await(sale.key(), 1)).hasSize(1);
    }

    private void assertWarned(PaymentCaptured sale, String code) {
        var warned = topic.awaitOne(sale.key(), ReceiptWarned.class);
        assertThat(warned.reference()).isEqualTo(sale.reference());
        assertThat(warned.warnings()).extracting(ReceiptWarning::code).containsExactly(code);
    }
}
