package dev.kvitt.system.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.system.till.Books;
import dev.kvitt.system.till.Tills;
import org.junit.jupiter.api.Test;

/** A customer pays on a page, agrees to be remembered, and is asked by push from then on, until they are erased. */
class PhoneSharingTest {

    private static final String ANNA = "4712340001";
    private static final String BO = "4712340002";
    private static final String CLEO = "4712340003";

    private final Tills tills = new Tills();
    private final PhoneSharing sharing = new PhoneSharing(tills);

    @Test
    void who_agreed_is_asked_by_push_the_next_time_and_need_not_be_there() {
        var known = sharing.remembered(ANNA);

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), null)));
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(sharing.atVipps(sale).get("customer").asText()).isEqualTo(ANNA);
        assertThat(sharing.atVipps(sale).get("customerInteraction").asText()).isEqualTo("CUSTOMER_NOT_PRESENT");
        tills.pays(sale, 1);
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
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
        var known = sharing.remembered(CLEO);
        PhoneSharing.merchant("DELETE", "/customers/" + known.customerId(), "", 200);

        var sale = tills.open(tills.till.basket().of(Customer.known(known.customerId(), true)));
        var failed = tills.hears(PaymentFailed.class, sale);
        assertThat(failed.refusal().code()).isEqualTo("not-sent-customer-unknown");
        tills.till.tryAgain(sale, "again-1", tills.shop.number(CLEO));
        tills.pays(sale, 2);
        tills.settled(sale);
        Books.close(tills.shop, sale, 2, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }
}
