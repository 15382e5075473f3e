package dev.kvitt.vipps.client.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final Amount EURO = new Amount(Currency.EUR, 600);

    @Test
    void tax_is_total_less_total_without_tax_to_the_ore() {
        assertThat(line(19900, 15920, 3980).totalTax()).isEqualTo(Samples.nok(3980));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(19900, 14925, 2975))
                .withMessage(
                        "an order line's tax is 2975, but its total 19900 less its total without tax 14925 is 4975");
        assertThatIllegalArgumentException().isThrownBy(() -> line(3000, 2400, 599));
        assertThatIllegalArgumentException().isThrownBy(() -> line(3000, 2400, 601));
    }

    @Test
    void a_tax_rate_is_0_to_10000_hundredths_of_a_percent() {
        assertThat(new TaxRate(0).hundredthsOfPercent()).isZero();
        assertThat(new TaxRate(10_000).hundredthsOfPercent()).isEqualTo(10_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxRate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxRate(10_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "1,5", "-1", "1.123456789", "12345678901", "1."})
    void a_quantity_of_another_form_is_refused(String quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitInfo(Samples.nok(1), quantity, QuantityUnit.KG));
    }

    @Test
    void a_quantity_has_10_characters_at_most() {
        assertThat(new UnitInfo(Samples.nok(1), "0.12345678", QuantityUnit.KG).quantity())
                .hasSize(10);
    }

    @Test
    void a_receipt_has_lines_of_one_currency() {
        OrderLine line = line(3000, 2400, 600);
        assertThatIllegalArgumentException().isThrownBy(() -> new Receipt(List.of(), BottomLine.of(Currency.NOK)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Receipt(List.of(line), BottomLine.of(Currency.EUR)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BottomLine.of(Currency.NOK).withTip(EURO));
        assertThatIllegalArgumentException().isThrownBy(() -> line.withDiscount(EURO));
        assertThatIllegalArgumentException().isThrownBy(() -> line.with(new UnitInfo(EURO, "1", QuantityUnit.PCS)));
    }

    @Test
    void a_line_needs_an_id_and_a_name() {
        Amount zero = Samples.nok(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderLine.of(" ", "Fanta", zero, zero, zero, new TaxRate(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderLine.of("1", "", zero, zero, zero, new TaxRate(0)));
    }

    @Test
    void returns_shipping_discounts_and_tips_are_written() {
        Receipt receipt = new Receipt(
                List.of(
                        line(3000, 2400, 600).withDiscount(Samples.nok(500)).as(OrderLine.Kind.RETURN),
                        line(100, 100, 0).as(OrderLine.Kind.SHIPPING)),
                BottomLine.of(Currency.NOK).withTip(Samples.nok(50)).withReceiptNumber("7"));

        assertThat(Received.parse(ReceiptJson.write(receipt).toString()))
                .isEqualTo(
                        Received.parse(
                                """
                                {"orderLines":[
                                 {"name":"Thing","id":"t-1","totalAmount":3000,"totalAmountExcludingTax":2400,"totalTaxAmount":600,
                                  "taxRate":2500,"discount":500,"isReturn":true},
                                 {"name":"Thing","id":"t-1","totalAmount":100,"totalAmountExcludingTax":100,"totalTaxAmount":0,
                                  "taxRate":2500,"isShipping":true}],
                                 "bottomLine":{"currency":"NOK","tipAmount":50,"receiptNumber":"7"}}"""));
    }

    private static OrderLine line(long total, long excludingTax, long tax) {
        return OrderLine.of(
                "t-1", "Thing", Samples.nok(total), Samples.nok(excludingTax), Samples.nok(tax), new TaxRate(2500));
    }
}
