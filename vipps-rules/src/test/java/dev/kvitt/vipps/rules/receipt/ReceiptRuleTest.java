package dev.kvitt.vipps.rules.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptRuleTest {

    @Test
    void a_fanta_for_30_kroner_is_a_fine_receipt() {
        assertThat(problems(line(3000, 2400, 600, 2500))).isEmpty();
    }

    @Test
    void tax_must_be_total_minus_total_without_tax() {
        assertThat(problems(line(19900, 14925, 2975, 2500)))
                .containsExactly(new FieldProblem(
                        "orderLines[0].totalTaxAmount",
                        "Total amount '-' total amount excluding tax don't match order line total tax amount"));
    }

    @Test
    void a_tax_rate_is_needed_and_in_range() {
        assertThat(problems(line(3000, 2400, 600, null)))
                .extracting(FieldProblem::name)
                .containsExactly("orderLines[0].taxRate");
        assertThat(problems(line(3000, 2400, 600, 10001)))
                .extracting(FieldProblem::name)
                .containsExactly("orderLines[0].taxRate");
    }

    @Test
    void one_of_the_two_ways_to_name_the_tax_is_enough() {
        assertThat(problems(taxed(2500, null))).isEmpty();
        assertThat(problems(taxed(null, 25))).isEmpty();
        assertThat(problems(taxed(2500, 25))).extracting(FieldProblem::name).containsExactly("orderLines[0].taxRate");
        assertThat(problems(taxed(null, 101)))
                .extracting(FieldProblem::name)
                .containsExactly("orderLines[0].taxPercentage");
    }

    @Test
    void the_largest_numbers_do_not_wrap_around() {
        assertThat(problems(line(Long.MIN_VALUE, Long.MAX_VALUE, 1, 0)))
                .extracting(FieldProblem::name)
                .containsExactly("orderLines[0].totalTaxAmount");
        assertThat(problems(line(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0))).isEmpty();
    }

    @Test
    void missing_required_fields_are_all_named() {
        Receipt.OrderLine empty =
                new Receipt.OrderLine(null, "", null, null, null, 2500, null, null, null, null, null, null);

        assertThat(problems(empty))
                .extracting(FieldProblem::name)
                .containsExactly(
                        "orderLines[0].name",
                        "orderLines[0].id",
                        "orderLines[0].totalAmount",
                        "orderLines[0].totalAmountExcludingTax",
                        "orderLines[0].totalTaxAmount");
    }

    @Test
    void lines_and_bottom_line_are_required() {
        assertThat(ReceiptRule.problems(new Receipt(List.of(), null), "receipt."))
                .extracting(FieldProblem::name)
                .containsExactly("receipt.orderLines", "receipt.bottomLine");
        assertThat(ReceiptRule.problems(new Receipt(List.of(line(3000, 2400, 600, 2500)), bottomLine("SEK")), ""))
                .extracting(FieldProblem::name)
                .containsExactly("bottomLine.currency");
    }

    @Test
    void a_quantity_is_a_short_decimal_number() {
        assertThat(quantityProblems("0.822")).isEmpty();
        assertThat(quantityProblems("1,5")).containsExactly("orderLines[0].unitInfo.quantity");
        assertThat(quantityProblems("12345678901")).containsExactly("orderLines[0].unitInfo.quantity");
    }

    private static List<String> quantityProblems(String quantity) {
        Receipt.UnitInfo unit = new Receipt.UnitInfo(3000L, quantity, "PCS");
        Receipt.OrderLine line = new Receipt.OrderLine(
                "Fanta", "fanta-05", 3000L, 2400L, 600L, 2500, null, unit, 0L, null, false, false);
        return problems(line).stream().map(FieldProblem::name).toList();
    }

    private static List<FieldProblem> problems(Receipt.OrderLine line) {
        return ReceiptRule.problems(new Receipt(List.of(line), bottomLine("NOK")), "");
    }

    private static Receipt.OrderLine line(long total, long excludingTax, long tax, Integer rate) {
        return new Receipt.OrderLine(
                "Fanta", "fanta-05", total, excludingTax, tax, rate, null, null, null, null, null, null);
    }

    private static Receipt.OrderLine taxed(Integer rate, Integer percentage) {
        return new Receipt.OrderLine(
                "Fanta", "fanta-05", 3000L, 2400L, 600L, rate, percentage, null, null, null, null, null);
    }

    private static Receipt.BottomLine bottomLine(String currency) {
        return new Receipt.BottomLine(
                currency, null, "machine-1", null, null, "1", null, null, null, null, null, null, null);
    }
}
