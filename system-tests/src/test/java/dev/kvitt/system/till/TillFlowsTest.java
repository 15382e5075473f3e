package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Customer;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A till sells to customers it knows in every way there is, through all services. */
class TillFlowsTest {

    private static final String[] ONE_OF_EACH = {"create=1", "capture=1"};

    private final Tills tills = new Tills();

    private void isSettledWithItsReceipt(SaleOpened sale) {
        var settled = tills.settled(sale);
        assertThat(settled.amount()).isEqualTo(Books.nok(Basket.TOTAL));
        assertThat(settled.lines()).isEqualTo(sale.lines());
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), ONE_OF_EACH);
    }

    private PaymentRequested asked(SaleOpened sale, UserFlow flow) {
        var asked = tills.shop.requested(sale.key(), 1);
        assertThat(asked.userFlow()).isEqualTo(flow);
        return asked;
    }

    @Test
    void a_customer_who_says_a_number_is_asked_at_once_and_the_receipt_goes_with_the_request() {
        var sale = tills.open(tills.byNumber());
        asked(sale, UserFlow.PUSH_MESSAGE);
        var atVipps = tills.shop.phone.get("/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1));
        assertThat(atVipps.get("customerInteraction").asText()).isEqualTo("CUSTOMER_PRESENT");
        assertThat(atVipps.at("/receipts/0/source").asText()).isEqualTo("CREATE");
        assertThat(atVipps.at("/receipts/0/receipt/orderLines")).hasSize(2).allSatisfy(line -> {
            var sold = sale.lines().stream()
                    .filter(known -> known.id().equals(line.get("id").asText()))
                    .findAny()
                    .orElseThrow();
            assertThat(line.get("totalAmount").asLong()).isEqualTo(sold.total().value());
            assertThat(line.get("totalTaxAmount").asLong()).isEqualTo(sold.tax().value());
        });
        assertThat(atVipps.at("/receipts/0/receipt/bottomLine/posId").asText()).isEqualTo("till-1");
        assertThat(atVipps.at("/receipts/0/receipt/bottomLine/receiptNumber").asText())
                .isEqualTo(sale.bottomLine().receiptNumber());

        tills.pays(sale, 1);
        isSettledWithItsReceipt(sale);
    }

    @Test
    void a_customer_who_shows_a_code_before_the_goods_are_scanned() {
        var sale = tills.till.basket().opening();
        tills.till.present(sale, "shown-1", tills.shop.personalQr(Tills.ADA));
        tills.till.send(sale);

        asked(sale, UserFlow.PUSH_MESSAGE);
        tills.pays(sale, 1);
        isSettledWithItsReceipt(sale);
    }

    @Test
    void a_customer_who_shows_a_code_when_all_goods_are_scanned() {
        var sale = tills.open(tills.till.basket());
        tills.till.present(sale, "shown-1", tills.shop.personalQr(Tills.ADA));

        asked(sale, UserFlow.PUSH_MESSAGE);
        tills.pays(sale, 1);
        isSettledWithItsReceipt(sale);
    }

    @Test
    void a_code_is_exchanged_for_the_number_where_the_sales_unit_wants_that() {
        var sale = tills.kiosk.open(tills.kiosk.basket().of(tills.shop.personalQr(Tills.BO)));

        asked(sale, UserFlow.PUSH_MESSAGE);
        tills.pays(sale, 1);
        assertThat(tills.shop
                        .phone
                        .get("/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1))
                        .get("customer")
                        .asText())
                .isEqualTo(Tills.BO);
        isSettledWithItsReceipt(sale);
    }

    @Test
    void a_code_that_is_shown_first_is_exchanged_too() {
        var sale = tills.kiosk.basket().opening();
        tills.kiosk.present(sale, "shown-1", tills.shop.personalQr(Tills.BO));
        tills.kiosk.send(sale);

        asked(sale, UserFlow.PUSH_MESSAGE);
        tills.pays(sale, 1);
        isSettledWithItsReceipt(sale);
    }

    @Test
    void a_code_on_the_tills_screen_is_a_picture_that_anybody_can_scan() throws Exception {
        var sale = tills.open(tills.till.basket().of(Customer.unknown(Customer.Kind.SCREEN)));
        var asked = asked(sale, UserFlow.QR);
        try (var http = HttpClient.newHttpClient()) {
            var picture = http.send(
                    HttpRequest.newBuilder(URI.create(asked.redirectUrl())).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.body()).contains("<svg");
        }

        tills.pays(sale, 1);
        isSettledWithItsReceipt(sale);
    }
}
