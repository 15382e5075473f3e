package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.CustomersPhone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The flow till-phone by a till that speaks HTTP and nothing else, against the packaged services. */
class HttpTillTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();

    @Test
    void a_sale_over_http_alone_is_paid_heard_acknowledged_and_a_part_of_it_paid_back() {
        var till = new HttpTill(tills.byNumber().opening());
        var sale = till.opening();
        var accepted = till.send();
        assertThat(till.send()).isEqualTo(accepted);
        tills.pays(sale, 1);

        assertThat(till.asksUntil("done", "hand-over")
                        .at("/sums/captured/value")
                        .asLong())
                .isEqualTo(ALL);
        try (Stream<String> lines = till.hears("0")) {
            assertThat(lines.filter(line -> line.startsWith("data:"))
                            .filter(line -> line.contains(sale.key()) && line.contains("kvitt.payment.settled.v1"))
                            .findFirst())
                    .isPresent();
        }
        assertThat(till.acknowledge().path("acknowledged").asBoolean()).isTrue();
        assertThat(till.unacknowledged()).doesNotContain(sale.saleId().value());

        till.refund("back-1", 1000);
        assertThat(tills.hears(PaymentRefunded.class, sale).amount()).isEqualTo(Books.nok(1000));
        till.asksUntil("done", "nothing");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 1000), "create=1", "capture=1", "refund=1");
        assertThat(tills.shop.log.of(sale.key()).stream()
                        .filter(seen -> seen.event().data() instanceof SaleOpened)
                        .map(seen -> seen.topic()))
                .containsExactly(Topics.POS_HTTP);
    }

    @Test
    void a_till_that_is_killed_before_it_hears_anything_asks_and_learns_that_it_is_paid() {
        var killed = new HttpTill(tills.byNumber().opening());
        var sale = killed.opening();
        killed.send();
        tills.pays(sale, 1);
        tills.settled(sale);

        var back = new HttpTill(sale);
        back.asksUntil("done", "hand-over");
        // Sending it again, as it would without an answer, charges nobody twice.
        back.send();
        back.acknowledge();
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void a_till_presents_a_customer_asks_another_and_confirms_over_http_and_all_of_them_see_it() {
        var first = new CustomersPhone("4712360001");
        var other = new CustomersPhone("4712360002");
        var till = new HttpTill(tills.till.basket().confirmedWithin(300).opening());
        var sale = till.opening();
        till.send();
        till.asksUntil("in-progress", "present-customer");
        till.ask(
                "/customer",
                new CustomerPresented(
                        sale.msn(), sale.saleId(), sale.tillId(), "shown-1", number(first), sale.validUntil()));
        till.asksUntil("in-progress", "wait");
        tills.asked(sale, 1);
        assertThat(first.toPay()).contains("To pay", "NOK 498.00");

        till.ask(
                "/attempts",
                new AttemptRequested(
                        sale.msn(), sale.saleId(), sale.tillId(), "again-1", number(other), sale.validUntil()));
        tills.asked(sale, 2);
        assertThat(first.toPay()).contains("Nothing to pay right now");
        assertThat(first.shows(sale, 1)).contains("The merchant called it off");
        other.pays(sale, 2);
        till.asksUntil("in-progress", "confirm-or-cancel");
        assertThat(other.shows(sale, 2)).contains("The amount is set aside");

        till.ask(
                "/confirmation",
                new AmountConfirmed(
                        sale.msn(), sale.saleId(), sale.tillId(), "confirm-1", sale.amount(), sale.lines()));
        till.asksUntil("done", "hand-over");
        assertThat(other.shows(sale, 2)).contains("The merchant has taken the money");
        Books.close(tills.shop, sale, 2, Books.sums(ALL, ALL, 0, 0), "create=2", "cancel=1", "capture=1");
    }

    private Customer number(CustomersPhone phone) {
        return tills.shop.number(phone.number());
    }

    @Test
    void a_till_has_no_more_paid_back_over_http_in_a_day_than_it_may() {
        var counter = tills.shop.till(Shop.MSN, "till-2");
        var till = new HttpTill(counter.basket()
                .at(Books.nok(600_000))
                .of(tills.shop.number(Tills.BO))
                .opening());
        var sale = till.opening();
        till.send();
        tills.pays(sale, 1);
        tills.settled(sale);
        till.refund("back-1", 400_000);
        till.refund("back-2", 200_000);

        tills.refused(sale, "back-2", "refund-limit");
        var answer = till.asksUntil("done", "nothing");
        assertThat(answer.path("refusals").findValuesAsText("code")).contains("refund-limit");
        Books.close(tills.shop, sale, 1, Books.sums(600_000, 600_000, 0, 400_000), "create=1", "capture=1", "refund=1");
    }
}
