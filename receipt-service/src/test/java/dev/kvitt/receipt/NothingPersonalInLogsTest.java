package dev.kvitt.receipt;

import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.event;
import static dev.kvitt.receipt.Samples.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.OrderLine;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.local.test.LogLines;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.receipt.fake.FakeOrders;
import dev.kvitt.receipt.support.ReceiptTest;
import dev.kvitt.receipt.support.Topic;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lines name their sale; neither they nor metrics repeat what a till wrote on a receipt or Vipps into a problem. */
@ReceiptTest
class NothingPersonalInLogsTest {

    @Inject
    Topic topic;

    @Inject
    FakeOrders orders;

    @Test
    void a_number_on_a_receipt_or_in_vipps_answer_is_in_no_line_and_no_metric() throws Exception {
        try (var lines = new LogLines()) {
            var posted = captured("planted-posted", writtenByHand());
            topic.send(event(posted, 1));
            topic.awaitOne(posted.key(), ReceiptPosted.class);
            var refused = captured("planted-refused", writtenByHand());
            orders.fail("planted-refused-1", FakeOrders.Fault.MALFORMED);
            topic.send(event(refused, 1));
            topic.awaitOne(refused.key(), ReceiptRejected.class);

            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith("123456/planted-posted ") && line.contains("Says"))
                    .anyMatch(line -> line.startsWith("123456/planted-refused ") && line.contains("was refused"))
                    .noneMatch(line -> line.contains(FakeOrders.NUMBER));
        }
        assertThat(Scrape.until("http://localhost:" + RestAssured.port, "kvitt_receipts_total{outcome=\"rejected\"}"))
                .contains("kvitt_vipps_circuits{kind=\"write\",state=\"open\"}")
                .doesNotContain(FakeOrders.NUMBER, "planted");
    }

    private static OrderLine writtenByHand() {
        return new OrderLine("repair-1", "For " + FakeOrders.NUMBER, nok(3000), nok(2400), nok(600), 2500);
    }
}
