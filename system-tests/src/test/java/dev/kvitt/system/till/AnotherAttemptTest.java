package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.CustomersPhone;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What did not come about is tried once more, in the same sale. */
class AnotherAttemptTest {

    private final Tills tills = new Tills();
    private final Dial dial = new Dial(tills.shop.phone);

    private void isPaidAtTheSecondAttempt(SaleOpened sale, String... effects) {
        tills.pays(sale, 2);
        isSettledAtTheSecondAttempt(sale, effects);
    }

    private void isSettledAtTheSecondAttempt(SaleOpened sale, String... effects) {
        assertThat(tills.settled(sale).attempt()).isEqualTo(2);
        Books.close(tills.shop, sale, 2, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), effects);
    }

    private void hearsToScanAgain(SaleOpened sale) {
        var waiting = tills.shop.hears(
                PaymentWaiting.class,
                sale,
                said -> said.why().code().equals("scan-again"),
                "it is to be scanned again");
        assertThat(waiting.why().sentence())
                .isEqualTo("The customer's code is too old. Let the customer scan or show it again.");
        tills.cashierReads(sale, "present-customer", "Nobody is asked at the moment");
    }

    @Test
    void a_customer_who_declines_can_be_asked_once_more() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        tills.shop.phone.reject(sale.msn(), Tills.reference(sale, 1));
        assertThat(tills.hears(PaymentEnded.class, sale).how()).isEqualTo(PaymentEnded.How.ABORTED);

        tills.till.tryAgain(sale, "again-1", null);
        isPaidAtTheSecondAttempt(sale, "create=2", "capture=1");
    }

    @Test
    void another_customer_pays_while_the_first_has_not_answered() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);

        tills.till.tryAgain(sale, "again-1", tills.shop.number(Tills.BO));
        isPaidAtTheSecondAttempt(sale, "create=2", "cancel=1", "capture=1");
    }

    @Test
    void where_pushes_are_not_allowed_the_till_shows_a_code() {
        dial.withoutPush(Shop.MSN, () -> {
            var sale = tills.open(tills.byNumber().withScreen());
            var asked = tills.shop.requested(sale.key(), 2);
            assertThat(asked.userFlow()).isEqualTo(UserFlow.QR);
            assertThat(asked.redirectUrl()).isNotBlank();
            isPaidAtTheSecondAttempt(sale, "create=1", "capture=1");
        });
    }

    @Test
    void a_code_from_the_app_that_is_too_old_is_scanned_again() {
        var sale = tills.till.basket().of(tills.shop.personalQr(Tills.ADA)).opening();
        dial.once("ERROR_CODE", "CREATE", Tills.reference(sale, 1), Map.of("code", 4060), () -> {
            tills.till.send(sale);
            hearsToScanAgain(sale);
        });
        tills.till.present(sale, "shown-2", tills.shop.personalQr(Tills.ADA));
        isPaidAtTheSecondAttempt(sale, "create=1", "capture=1");
    }

    @Test
    void a_scan_of_the_printed_code_that_is_too_old_is_repeated() {
        var customer = new CustomersPhone("4712350003");
        var sale = tills.till.basket().atCode("till-1-qr").opening();
        dial.once("ERROR_CODE", "CREATE", Tills.reference(sale, 1), Map.of("code", 4050), () -> {
            tills.till.send(sale);
            tills.shop.phone.scan(Shop.MSN, "till-1-qr", customer.number());
            hearsToScanAgain(sale);
        });
        assertThat(customer.toPay()).contains("Nothing to pay right now");
        tills.shop.phone.scan(Shop.MSN, "till-1-qr", customer.number());
        tills.asked(sale, 2);
        tills.cashierReads(sale, "wait", "Take no other payment");
        assertThat(customer.toPay()).contains("To pay", "NOK 498.00");
        customer.pays(sale, 2);
        isSettledAtTheSecondAttempt(sale, "create=1", "capture=1");
        tills.cashierReads(sale, "hand-over", "The customer has paid");
        assertThat(customer.shows(sale, 2)).contains("The merchant has taken the money");
    }
}
