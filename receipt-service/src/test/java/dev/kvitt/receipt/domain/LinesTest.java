package dev.kvitt.receipt.domain;

import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.fanta;
import static dev.kvitt.receipt.Samples.line;
import static dev.kvitt.receipt.Samples.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.receipt.Samples;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void a_line_of_thirty_crowns_with_a_quarter_on_top_is_right() {
        var sale = captured("lines-right", fanta());
        assertThat(Lines.problem(sale)).isEmpty();
        assertThat(Lines.doubts(sale)).isEmpty();
        assertThat(Lines.total(sale)).isEqualTo(nok(3000));
    }

    @Test
    void a_line_that_does_not_add_up_makes_no_receipt() {
        assertThat(Lines.problem(captured("lines-wrong", line(3000, 2400, 599, 2500))))
                .contains(Refusals.LINES_DO_NOT_ADD_UP);
    }

    @Test
    void lines_of_another_currency_than_the_payments_make_no_receipt() {
        var euros = Samples.captured(Samples.MSN, "lines-euro", new Money(3000, Currency.EUR), fanta());
        assertThat(Lines.problem(euros)).contains(Refusals.MIXED_CURRENCIES);
    }

    @Test
    void lines_beyond_any_amount_make_no_receipt() {
        var huge = line(Money.MAX_VALUE, Money.MAX_VALUE, 0, 0);
        assertThat(Lines.problem(captured("lines-huge", huge, huge))).contains(Refusals.UNUSABLE_LINES);
    }

    @Test
    void lines_that_come_to_another_sum_than_was_captured_are_only_doubted() {
        var sale = captured("lines-sum", fanta(), fanta());
        assertThat(Lines.problem(sale)).isEmpty();
        assertThat(Lines.doubts(sale)).containsExactly("the lines come to 60.00 NOK, but 30.00 NOK was captured");
    }

    @Test
    void a_tax_reckoned_of_the_whole_price_is_only_doubted() {
        var sale = captured("lines-rate", line(3000, 2250, 750, 2500));
        assertThat(Lines.problem(sale)).isEmpty();
        assertThat(Lines.doubts(sale)).hasSize(1).first().asString().contains("7.50 NOK", "2500");
    }

    @Test
    void a_tax_may_be_rounded_either_way() {
        assertThat(Lines.doubts(captured("lines-down", line(3000, 2609, 391, 1500))))
                .isEmpty();
        assertThat(Lines.doubts(captured("lines-up", line(3000, 2608, 392, 1500))))
                .isEmpty();
    }
}
