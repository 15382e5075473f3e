package dev.kvitt.vipps.client.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.LinkUrl;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void other_means_of_payment_a_barcode_and_a_product_page_are_written() {
        Receipt receipt = new Receipt(
                List.of(line(3000, 2400, 600).with(new LinkUrl("https://kvitt.example/p/1"))),
                BottomLine.of(Currency.NOK)
                        .with(PaymentSources.NONE
                                .and(PaymentSources.Source.CASH, Samples.nok(5))
                                .and(PaymentSources.Source.VOUCHER, Samples.nok(4))
                                .and(PaymentSources.Source.CARD, Samples.nok(3))
                                .and(PaymentSources.Source.GIFT_CARD, Samples.nok(2)))
                        .with(new Barcode(Barcode.Format.CODE_39, "SC0527013501 ")));

        assertThat(ReceiptJson.write(receipt))
                .hasToString("{\"orderLines\":[{\"name\":\"Thing\",\"id\":\"t-1\",\"totalAmount\":3000,"
                        + "\"totalAmountExcludingTax\":2400,\"totalTaxAmount\":600,\"taxRate\":2500,"
                        + "\"productUrl\":\"https://kvitt.example/p/1\"}],\"bottomLine\":{\"currency\":\"NOK\","
                        + "\"paymentSources\":{\"giftCard\":2,\"card\":3,\"voucher\":4,\"cash\":5},"
                        + "\"barcode\":{\"format\":\"CODE 39\",\"data\":\"SC0527013501 \"}}}");
    }

    @Test
    void other_means_of_payment_are_in_the_receipts_currency() {
        PaymentSources euros = PaymentSources.NONE.and(PaymentSources.Source.CASH, EURO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BottomLine.of(Currency.NOK).with(euros));
    }

    @ParameterizedTest
    @CsvSource({
        "EAN_13, 4006381333931",
        "EAN_13, 0000000000000",
        "CODE_39, 'ABC-123. $/+%'",
        "CODE_128, 'any ASCII: a~'"
    })
    void a_barcode_of_its_format_is_taken(Barcode.Format format, String data) {
        assertThat(new Barcode(format, data).data()).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({
        "EAN_13, 4006381333932",
        "EAN_13, 123456",
        "EAN_13, 40063813339311",
        "CODE_39, abc",
        "CODE_39, ''",
        "CODE_128, ærlig",
        "CODE_128, ''"
    })
    void a_barcode_its_format_cannot_say_is_refused(Barcode.Format format, String data) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Barcode(format, data));
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 2500, 600",
        "2999, 2500, 600",
        "1, 2500, 0",
        "3, 2500, 1",
        "100, 0, 0",
        "65000000, 10000, 32500000"
    })
    void the_tax_in_a_price_is_reckoned_from_the_price_without_it(long total, int rate, long tax) {
        OrderLine line = OrderLine.taxIncluded("t-1", "Thing", Samples.nok(total), new TaxRate(rate));

        assertThat(line.totalTax()).isEqualTo(Samples.nok(tax));
        assertThat(line.totalExcludingTax()).isEqualTo(Samples.nok(total - tax));
    }

    @Test
    void any_price_and_rate_give_a_line_vipps_takes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Amount total = Samples.nok(random.nextLong(Amount.MAX_VALUE + 1));
            TaxRate rate = new TaxRate(random.nextInt(TaxRate.MAX + 1));
            double exact = total.value() * (double) rate.hundredthsOfPercent() / (10_000 + rate.hundredthsOfPercent());
            assertThat((double) rate.taxIn(total).value())
                    .as("seed %d: %s at %s", seed, total, rate)
                    .isCloseTo(exact, within(0.51));
            OrderLine.taxIncluded("t-1", "Thing", total, rate);
        }
    }

    private static OrderLine line(long total, long excludingTax, long tax) {
        return OrderLine.of(
                "t-1", "Thing", Samples.nok(total), Samples.nok(excludingTax), Samples.nok(tax), new TaxRate(2500));
    }
}
