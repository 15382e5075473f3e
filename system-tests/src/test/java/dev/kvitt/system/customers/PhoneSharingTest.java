package dev.kvitt.system.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Passenger;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.TaxiFlow;
import dev.kvitt.system.CustomersPhone;
import dev.kvitt.system.till.Books;
import dev.kvitt.system.till.Tills;
import org.junit.jupiter.api.Test;

/** A customer pays on a page, agrees to be remembered, and is asked by push from then on, until they are erased. */
class PhoneSharingTest {

    private static final String ANNA = "4712340001";
    private static final String BO = "4712340002";
    private static final String CLEO = "4712340003";
    private static final String DINA = "4712340004";

    private final Tills tills = new Tills();
    private final PhoneSharing sharing = new PhoneSharing(tills);

    @Test
    void who_agreed_is_asked_by_push_the_next_time_and_need_not_be_there() {
        var known = sharing.remembered(ANNA);

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), null)));
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(sharing.atVipps(sale).get("customer").asText()).isEqualTo(ANNA);
        assertThat(sharing.atVipps(sale).get("customerInteraction").asText()).isEqualTo("CUSTOMER_NOT_PRESENT");
        isAskedAndPays(sale, 1, new CustomersPhone(ANNA));
    }

    /** What cashier and customer see: a request for money and for nothing else. */
    private void isAskedAndPays(SaleOpened sale, int attempt, CustomersPhone customer) {
        tills.asked(sale, attempt);
        tills.cashierReads(sale, "wait", "Take no other payment");
        assertThat(customer.toPay()).contains("To pay", "NOK 498.00");
        customer.pays(sale, attempt);
        tills.settled(sale);
        tills.cashierReads(sale, "hand-over", "The customer has paid");
        assertThat(customer.shows(sale, attempt)).contains("The merchant has taken the money");
        Books.close(tills.shop, sale, attempt, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void who_agrees_on_the_payment_page_is_asked_by_push_the_next_time() {
        var dina = new CustomersPhone(DINA);
        var meter = tills.shop.till(Shop.MSN, TaxiFlow.METER);
        var ride = meter.open(meter.basket().ride(34_900).atCode(TaxiFlow.CODE).remembering(PhoneSharing.PURPOSE));
        try (var passenger = new Passenger()) {
            var shown = passenger.scan(TaxiFlow.target(tills.shop.phone, ride.msn(), TaxiFlow.CODE), ride);
            assertThat(shown.text()).contains("asks for your phone number", PhoneSharing.PURPOSE);
            var vipps = passenger.pay(shown, "");
            assertThat(dina.read(vipps)).contains("asks you to pay", "NOK 349.00");
            var consent = dina.press(vipps, "PAY");
            assertThat(dina.read(consent))
                    .contains("Share with", "Phone number", "+" + DINA, "Without it, nothing is paid");
            var back = dina.press(consent, "SHARE");
            assertThat(back).isEqualTo(TaxiFlow.back(tills.shop, ride, 1));
            tills.settled(ride);
            passenger.await(back, page -> page.text().contains("<h1>Paid</h1>"), "the page says paid");
        }
        tills.cashierReads(ride, "hand-over", "The customer has paid");
        var known = tills.hears(CustomerKnown.class, ride);

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), null)));
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        isAskedAndPays(sale, 1, dina);
    }

    @Test
    void who_stands_at_the_till_is_said_to() {
        var known = sharing.remembered(ANNA);

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), true)));
        tills.asked(sale, 1);
        assertThat(sharing.atVipps(sale).get("customerInteraction").asText()).isEqualTo("CUSTOMER_PRESENT");
        tills.till.cancel(sale, "cancel-1");
        tills.hears(PaymentEnded.class, sale);
    }

    @Test
    void who_does_not_agree_has_not_paid_and_is_not_remembered() {
        var sale = tills.open(sharing.asking());
        tills.asked(sale, 1);
        sharing.approves(sale, BO, false);
        tills.till.cancel(sale, "cancel-1");
        tills.shop.done(sale.key());

        assertThat(sharing.atVipps(sale).at("/aggregate/authorizedAmount/value").asLong())
                .isZero();
        assertThat(tills.shop.log.of(sale.key()))
                .noneMatch(seen -> seen.event().data() instanceof CustomerRemembered)
                .noneMatch(seen -> seen.event().data() instanceof CustomerKnown);
    }

    @Test
    void who_was_erased_is_asked_no_more_and_pays_by_saying_a_number() {
        var cleo = new CustomersPhone(CLEO);
        var known = sharing.remembered(CLEO);
        PhoneSharing.merchant("DELETE", "/customers/" + known.customerId(), "", 200);
        assertThat(PhoneSharing.merchant("GET", "/customers/" + known.customerId(), "", 200))
                .contains("erased")
                .doesNotContain("+47");

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), true)));
        var failed = tills.hears(PaymentFailed.class, sale);
        assertThat(failed.refusal().code()).isEqualTo("not-sent-customer-unknown");
        assertThat(failed.refusal().sentence()).contains("Ask for the customer's number");
        tills.cashierReads(sale, "try-again", "Nothing was paid and nothing is reserved");
        assertThat(cleo.toPay()).contains("Nothing to pay right now");
        tills.till.tryAgain(sale, "again-1", tills.shop.number(CLEO));
        isAskedAndPays(sale, 2, cleo);
    }
}
