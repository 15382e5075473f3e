package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptCheckTest {

    private static final OrderLine FANTA = Vat.line("fanta-05", "Fanta 0,5 l", nok(3000), 2500);

    @Test
    void a_line_of_thirty_crowns_with_a_quarter_on_top_is_right() {
        var check = check(3000, FANTA);

        assertThat(check.problem()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void nothing_is_wrong_with_no_receipt() {
        assertThat(check(3000).problem()).isEmpty();
        assertThat(check(3000).warnings()).isEmpty();
    }

    @Test
    void a_line_that_is_a_minor_unit_off_is_refused() {
        assertThat(check(3000, line(3000, 2400, 599, 2500)).problem()).contains(ReceiptProblem.LINES_DO_NOT_ADD_UP);
        assertThat(check(3000, FANTA, line(3000, 2401, 600, 2500)).problem())
                .contains(ReceiptProblem.LINES_DO_NOT_ADD_UP);
    }

    @Test
    void one_currency_holds_for_everything_on_a_receipt() {
        var euro = new Money(100, Currency.EUR);
        var inEuro = Vat.line("cola", "Cola", euro, 2500);
        var reckonedInEuro =
                new OrderLine("cola", "Cola", nok(100), nok(80), nok(20), 2500, UnitInfo.pieces(euro, 1), null);
        var tip = new BottomLine(null, null, euro, null);
        var card = new BottomLine(null, null, null, new PaymentSources(null, euro, null, null));

        assertThat(check(3000, FANTA, inEuro).problem()).contains(ReceiptProblem.MIXED_CURRENCIES);
        assertThat(check(100, reckonedInEuro).problem()).contains(ReceiptProblem.MIXED_CURRENCIES);
        assertThat(new ReceiptCheck(nok(3000), List.of(FANTA), tip).problem())
                .contains(ReceiptProblem.MIXED_CURRENCIES);
        assertThat(new ReceiptCheck(nok(3000), List.of(FANTA), card).problem())
                .contains(ReceiptProblem.MIXED_CURRENCIES);
        assertThat(new ReceiptCheck(euro, List.of(FANTA), null).problem()).contains(ReceiptProblem.MIXED_CURRENCIES);
    }

    @Test
    void lines_without_a_name_or_beyond_any_payment_are_refused() {
        var huge = line(Money.MAX_VALUE, Money.MAX_VALUE, 0, 0);

        assertThat(check(3000, huge, huge).problem()).contains(ReceiptProblem.UNUSABLE_LINES);
        assertThat(check(3000, Vat.line(" ", "Fanta", nok(3000), 2500)).problem())
                .contains(ReceiptProblem.UNUSABLE_LINES);
        assertThat(check(3000, Vat.line("fanta", "  ", nok(3000), 2500)).problem())
                .contains(ReceiptProblem.UNUSABLE_LINES);
    }

    @Test
    void lines_that_come_to_another_sum_are_only_warned_about() {
        assertThat(check(3000, FANTA, FANTA).problem()).isEmpty();
        assertThat(check(3000, FANTA, FANTA).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("sum-differs");
            assertThat(warning.sentence()).contains("60.00 NOK", "30.00 NOK");
        });
    }

    @Test
    void a_tip_adds_to_the_lines_and_what_was_paid_otherwise_is_taken_off() {
        var bottomLine =
                new BottomLine(null, "42", nok(500), new PaymentSources(nok(100), nok(200), nok(300), nok(400)));

        assertThat(new ReceiptCheck(nok(2500), List.of(FANTA), bottomLine).warnings())
                .isEmpty();
        assertThat(new ReceiptCheck(nok(3000), List.of(FANTA), bottomLine).warnings())
                .extracting(ReceiptWarning::code)
                .containsExactly("sum-differs");
    }

    @Test
    void more_paid_otherwise_than_was_sold_is_told_as_a_negative_sum() {
        var card = new BottomLine(null, null, null, new PaymentSources(null, nok(5000), null, null));

        assertThat(new ReceiptCheck(nok(1000), List.of(FANTA), card).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sentence()).contains("-20.00 NOK"));
    }

    @Test
    void a_tax_reckoned_of_the_whole_price_is_only_warned_about() {
        var check = check(3000, line(3000, 2250, 750, 2500));

        assertThat(check.problem()).isEmpty();
        assertThat(check.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("tax-rate-does-not-fit");
            assertThat(warning.sentence()).contains("7.50 NOK", "2500");
        });
    }

    @Test
    void a_tax_may_be_rounded_either_way_and_by_the_piece() {
        assertThat(check(3000, line(3000, 2609, 391, 1500)).warnings()).isEmpty();
        assertThat(check(3000, line(3000, 2608, 392, 1500)).warnings()).isEmpty();
        assertThat(check(3000, line(3000, 2607, 393, 1500)).warnings()).hasSize(1);
        var byThePiece = new OrderLine(
                "sweet", "Drops", nok(1000), nok(900), nok(100), 1500, UnitInfo.pieces(nok(10), 100), null);
        assertThat(check(1000, byThePiece).warnings()).isEmpty();
    }

    @Test
    void many_wrong_lines_make_one_warning_that_counts_them() {
        var wrong = line(1000, 1000, 0, 2500);

        assertThat(check(3000, wrong, wrong, wrong).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sentence()).contains("2 more lines"));
    }

    @Test
    void units_that_do_not_come_to_the_lines_total_are_only_warned_about() {
        var right = Vat.line("cola", "Cola", UnitInfo.pieces(nok(2000), 2), nok(1000), 2500);
        var wrong = new OrderLine(
                "cola", "Cola", nok(3000), nok(2400), nok(600), 2500, UnitInfo.pieces(nok(2000), 2), null);

        assertThat(check(3000, right).warnings()).isEmpty();
        assertThat(check(3000, wrong).warnings())
                .extracting(ReceiptWarning::code)
                .containsExactly("units-do-not-fit");
    }

    @Test
    void the_tills_own_id_is_the_device_where_it_names_none() {
        var named = new BottomLine("kasse-3", "42", null, null);
        var unnamed = new BottomLine(null, "42", null, null);

        assertThat(BottomLine.at("till-3", named)).isEqualTo(named);
        assertThat(BottomLine.at("till-3", unnamed)).isEqualTo(new BottomLine("till-3", "42", null, null));
        assertThat(BottomLine.at("till-3", null)).isEqualTo(new BottomLine("till-3", null, null, null));
        assertThat(BottomLine.at(null, null)).isNull();
    }

    private static ReceiptCheck check(long money, OrderLine... lines) {
        return new ReceiptCheck(nok(money), List.of(lines), null);
    }

    private static OrderLine line(long total, long excludingTax, long tax, int rate) {
        return new OrderLine("fanta-05", "Fanta 0,5 l", nok(total), nok(excludingTax), nok(tax), rate);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
