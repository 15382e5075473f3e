package dev.kvitt.receipt.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Vat;
import dev.kvitt.registry.vipps.Receipts;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.StoredLine;
import dev.kvitt.vipps.client.orders.StoredReceipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SameReceiptTest {

    private static final Receipt OURS = Receipts.of(
            List.of(Vat.line("cola", "Cola", nok(3000), 2500), Vat.line("fanta", "Fanta", nok(2500), 2500)),
            Currency.NOK,
            "machine-7",
            null);

    @Test
    void the_same_lines_in_another_order_are_the_same_receipt() {
        assertThat(SameReceipt.is(stored(line("fanta", 2500, 500), line("cola", 3000, 600)), OURS))
                .isTrue();
    }

    @Test
    void what_vipps_does_not_show_contradicts_nothing() {
        assertThat(SameReceipt.is(stored(line("cola", null, null), line(null, 2500, null)), OURS))
                .isTrue();
        assertThat(SameReceipt.is(stored(line(null, null, null), line("cola", 3000, 600)), OURS))
                .isTrue();
    }

    @Test
    void another_line_amount_or_number_of_lines_is_another_receipt() {
        assertThat(SameReceipt.is(stored(line("cola", 3000, 600), line("cola", 3000, 600)), OURS))
                .isFalse();
        assertThat(SameReceipt.is(stored(line("cola", 3000, 600), line("fanta", 2500, 499)), OURS))
                .isFalse();
        assertThat(SameReceipt.is(stored(line("cola", 3000, 600)), OURS)).isFalse();
        assertThat(SameReceipt.is(
                        stored(line("cola", 3000, 600), line("fanta", 2500, 500), line(null, null, null)), OURS))
                .isFalse();
    }

    private static StoredReceipt stored(StoredLine... lines) {
        return new StoredReceipt(List.of(lines), Optional.of("NOK"), Optional.empty(), Optional.empty());
    }

    private static StoredLine line(String id, Integer total, Integer tax) {
        return new StoredLine(
                Optional.ofNullable(id), Optional.empty(), amount(total), amount(tax), OrderLine.Kind.SALE);
    }

    private static OptionalLong amount(Integer value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
