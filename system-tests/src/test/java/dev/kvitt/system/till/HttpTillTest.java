package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.local.demo.Basket;
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
}
