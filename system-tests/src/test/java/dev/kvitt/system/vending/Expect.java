package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.SaleContext;
import dev.kvitt.local.demo.Seen;
import dev.kvitt.local.demo.Vending;
import java.util.List;

/** What must be so at the end of a sale, at Vipps and in what was told. */
public final class Expect {

    private Expect() {}

    public static Aggregate sums(long authorized, long captured, long cancelled) {
        return new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(0));
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    public static PaymentReference reference(SaleContext sale) {
        return PaymentReference.of(sale.saleId(), 1);
    }

    /** Vipps' sums are these, and exactly so many requests have changed anything there. */
    public static void atVipps(Vending vending, SaleContext sale, Aggregate sums, int writes) {
        assertThat(vending.phone.aggregate(sale.msn(), reference(sale))).isEqualTo(sums);
        assertThat(vending.phone.writes(reference(sale))).as("writes at Vipps").isEqualTo(writes);
    }

    /** One receipt, posted and told. */
    public static void receipt(Vending vending, SaleContext sale) {
        vending.await(ReceiptPosted.class, posted -> posted.sale().key().equals(sale.key()), "the receipt is posted");
        assertThat(vending.phone.receipts(sale.msn(), reference(sale))).isEqualTo(1);
    }

    /** Ids of the events of a type about the sale: repetitions of one event have one id. */
    public static <T extends EventData> List<?> distinct(Vending vending, SaleContext sale, Class<T> type) {
        return vending.log.of(sale.key()).stream()
                .map(Seen::event)
                .filter(event -> type.isInstance(event.data()))
                .map(event -> event.id())
                .distinct()
                .toList();
    }
}
