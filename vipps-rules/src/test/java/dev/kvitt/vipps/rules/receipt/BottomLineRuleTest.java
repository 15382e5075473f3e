package dev.kvitt.vipps.rules.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BottomLineRuleTest {

    private static final Map<String, Long> SHIPPING =
            Map.of("amount", 1000L, "amountExcludingTax", 800L, "taxAmount", 200L, "taxPercentage", 25L);

    @Test
    void deprecated_fields_are_still_taken() {
        assertThat(problems(line(0L, Map.of("giftCard", 5L, "cash", 7L), SHIPPING)))
                .isEmpty();
    }

    @Test
    void no_sum_but_the_total_is_negative() {
        Receipt.BottomLine line =
                new Receipt.BottomLine("NOK", -1L, null, null, null, null, null, -1L, -1L, -1L, -1L, -1L, null);

        assertThat(problems(line))
                .containsExactly(
                        "bottomLine.tipAmount",
                        "bottomLine.giftCardAmount",
                        "bottomLine.totalTax",
                        "bottomLine.totalDiscount",
                        "bottomLine.shippingAmount");
    }

    @Test
    void unknown_payment_sources_and_shipping_fields_are_refused() {
        assertThat(problems(line(0L, Map.of("cheque", 5L), null))).containsExactly("bottomLine.paymentSources");
        assertThat(problems(line(0L, null, Map.of("amount", 1L, "amountExcludingTax", 1L, "taxPercentage", 101L))))
                .containsExactly("bottomLine.shippingInfo.taxAmount", "bottomLine.shippingInfo.taxPercentage");
        assertThat(problems(line(
                        0L,
                        null,
                        Map.of(
                                "amount",
                                1L,
                                "amountExcludingTax",
                                1L,
                                "taxAmount",
                                0L,
                                "taxPercentage",
                                0L,
                                "weight",
                                1L))))
                .containsExactly("bottomLine.shippingInfo");
    }

    @Test
    void a_barcode_is_what_its_format_can_show() {
        assertThat(barcode("EAN-13", "4006381333931")).isEmpty();
        assertThat(barcode("EAN-13", "4006381333932")).containsExactly("bottomLine.barcode.data");
        assertThat(barcode("EAN-13", "123456")).containsExactly("bottomLine.barcode.data");
        assertThat(barcode("CODE 39", "SC0527013501 ")).isEmpty();
        assertThat(barcode("CODE 39", "sc05")).containsExactly("bottomLine.barcode.data");
        assertThat(barcode("CODE 128", "a~0")).isEmpty();
        assertThat(barcode("CODE 128", "blåbær")).containsExactly("bottomLine.barcode.data");
        assertThat(barcode("CODE 128", null)).containsExactly("bottomLine.barcode.data");
        assertThat(barcode("QR", "x")).containsExactly("bottomLine.barcode.format");
        assertThat(barcode(null, "x")).containsExactly("bottomLine.barcode.format");
    }

    private static List<String> barcode(String format, String data) {
        return problems(new Receipt.BottomLine(
                "NOK",
                null,
                null,
                null,
                new Receipt.Barcode(format, data),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static Receipt.BottomLine line(Long tip, Map<String, Long> sources, Map<String, Long> shipping) {
        return new Receipt.BottomLine("NOK", tip, "pos-1", sources, null, "1", "old-1", 0L, -5L, 0L, 0L, 0L, shipping);
    }

    private static List<String> problems(Receipt.BottomLine line) {
        return BottomLineRule.problems(line, "bottomLine").stream()
                .map(FieldProblem::name)
                .toList();
    }
}
