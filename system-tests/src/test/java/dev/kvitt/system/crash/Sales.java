package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Event;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Books;
import dev.kvitt.system.till.Tills;
import dev.kvitt.system.vending.Expect;
import java.time.Duration;
import java.util.stream.Stream;

/** Sales that services are halted in, and how each must end, whatever was halted meanwhile. */
final class Sales {

    static final String QR = "machine-1-qr";

    /** For a sale that is opened only after several halts. */
    static final Duration LONG = Duration.ofMinutes(5);

    private static final long ALL = Basket.TOTAL;

    final Vending vending = StackUnderTest.vending();
    final Tills tills = new Tills();

    /** A customer at the machine has approved 50.00. */
    SaleContext atMachine() {
        var sale = vending.scan(QR, Tills.ADA);
        approved(sale);
        return sale;
    }

    void approved(SaleContext sale) {
        vending.requested(sale);
        vending.phone.approve(sale.msn(), Expect.reference(sale));
        vending.authorized(sale);
    }

    /** For 30.00 of the 50.00. */
    void drops(SaleContext sale) {
        vending.machine.dropped(sale, "fanta", 3000);
    }

    SaleContext soldAtMachine() {
        var sale = atMachine();
        drops(sale);
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        return sale;
    }

    /** A customer at the till has approved, and the goods are not handed over yet. */
    SaleOpened atTill() {
        var sale = tills.open(tills.byNumber().confirmedWithin(300));
        tills.pays(sale, 1);
        tills.shop.authorized(sale.key());
        return sale;
    }

    Aggregate atVipps(SaleContext sale) {
        return vending.phone.aggregate(sale.msn(), Expect.reference(sale));
    }

    Stream<OperationResult> results(String key, OperationId.Kind kind) {
        return vending.log.of(key).stream()
                .map(seen -> seen.event().data())
                .filter(OperationResult.class::isInstance)
                .map(OperationResult.class::cast)
                .filter(result -> result.operationId().kind() == kind);
    }

    /** 30.00 captured, 20.00 given back, one receipt, told once; four requests have changed something at Vipps. */
    void isSoldOnce(SaleContext sale) {
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
        isToldOnce(sale.key());
    }

    /** All of it captured, one receipt, told once. */
    void isPaidOnce(SaleOpened sale) {
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
        isToldOnce(sale.key());
    }

    /** All of it captured and paid back. */
    void isPaidBackOnce(SaleOpened sale) {
        tills.hears(PaymentRefunded.class, sale);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, ALL), "create=1", "capture=1", "refund=1");
        isToldOnce(sale.key());
    }

    private void isToldOnce(String key) {
        assertThat(vending.log.of(key).stream()
                        .map(seen -> seen.event())
                        .filter(event -> event.data() instanceof PaymentSettled)
                        .map(Event::id)
                        .distinct())
                .as("settled is told once")
                .hasSize(1);
    }
}
