package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatTest {

    private static final int LINES = 20_000;
    private static final int[] RATES = {0, 600, 1000, 1200, 1350, 1500, 2400, 2500, 2550, Vat.MAX_RATE};

    @ParameterizedTest
    @CsvSource({
        "3000, 2500, 600",
        "29900, 2500, 5980",
        "19900, 2500, 3980",
        "3000, 1500, 391",
        "4900, 1500, 639",
        "0, 2500, 0",
        "1, 10000, 1",
        "3, 10000, 2",
        "1000000000000, 10000, 500000000000",
        "1000, 0, 0"
    })
    void the_tax_is_a_part_of_the_price_to_the_nearest_minor_unit_and_a_half_one_up(long total, int rate, long tax) {
        assertThat(Vat.in(nok(total), rate)).isEqualTo(nok(tax));
    }

    @Test
    void a_line_says_how_many_at_which_price_and_what_was_taken_off() {
        var units = UnitInfo.pieces(nok(2950), 2);

        var line = Vat.line("coffee-03", "Kaffe 0,3 l", units, nok(1000), 1500);

        assertThat(line)
                .isEqualTo(new OrderLine(
                        "coffee-03", "Kaffe 0,3 l", nok(4900), nok(4261), nok(639), 1500, units, nok(1000)));
    }

    @ParameterizedTest
    @CsvSource({"0.3333, 2990, 997", "1.5, 333, 500", "0.5, 1, 1", "0.49999999, 1, 0", "12.345, 19900, 245666"})
    void what_is_weighed_costs_its_part_of_the_price_to_the_nearest_minor_unit(
            String quantity, long unitPrice, long total) {
        var line = Vat.line("apples", "Epler", new UnitInfo(nok(unitPrice), quantity, QuantityUnit.KG), 1500);

        assertThat(line.total()).isEqualTo(nok(total));
        assertThat(line.addsUp()).isTrue();
    }

    @Test
    void more_cannot_be_taken_off_than_the_price() {
        var units = UnitInfo.pieces(nok(1000), 2);

        assertThat(Vat.line("gift", "Gave", units, nok(2000), 2500).total()).isEqualTo(nok(0));
        assertThatThrownBy(() -> Vat.line("gift", "Gave", units, nok(2001), 2500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discount");
    }

    @Test
    void a_price_beyond_any_amount_is_refused() {
        var units = new UnitInfo(nok(Money.MAX_VALUE), "9999999999", QuantityUnit.PCS);

        assertThatThrownBy(() -> Vat.price(units)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "1.", ".5", "1.123456789", "12345678901", "1234567.123", "1e3", "' 1'", "'1,5'"})
    void a_quantity_is_written_as_vipps_takes_it(String quantity) {
        assertThatThrownBy(() -> new UnitInfo(nok(100), quantity, QuantityUnit.PCS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void any_basket_adds_up_line_by_line_and_as_a_whole_and_nothing_looks_wrong_about_it() {
        var seed = new Random().nextLong();
        System.out.println("VatTest: seed " + seed);
        var random = new Random(seed);
        var lines = IntStream.range(0, LINES).mapToObj(n -> anyLine(random)).toList();

        assertThat(lines).allSatisfy(line -> {
            assertThat(line.addsUp()).as("seed %d", seed).isTrue();
            assertThat(exactTaxTimesTwo(line)
                            .subtract(BigDecimal.valueOf(2 * line.tax().value()))
                            .abs())
                    .as("seed %d: the tax is at most half a minor unit off", seed)
                    .isLessThanOrEqualTo(BigDecimal.ONE);
        });
        for (int from = 0; from < LINES; from += 500) {
            var basket = lines.subList(from, from + 500);
            var total = Vat.total(basket, Currency.NOK);
            var excludingTax = basket.stream()
                    .mapToLong(line -> line.totalExcludingTax().value())
                    .sum();
            var tax = basket.stream().mapToLong(line -> line.tax().value()).sum();
            assertThat(excludingTax + tax).as("seed %d", seed).isEqualTo(total.value());
            var check = new ReceiptCheck(total, basket, null);
            assertThat(check.problem()).as("seed %d", seed).isEmpty();
            assertThat(check.warnings()).as("seed %d", seed).isEmpty();
        }
    }

    private static OrderLine anyLine(Random random) {
        var rate = random.nextBoolean() ? RATES[random.nextInt(RATES.length)] : random.nextInt(Vat.MAX_RATE + 1);
        var quantity = random.nextBoolean()
                ? Integer.toString(random.nextInt(1000))
                : random.nextInt(1000) + "." + random.nextInt(100_000);
        var units = new UnitInfo(nok(random.nextInt(1_000_000)), quantity, QuantityUnit.KG);
        if (random.nextInt(3) > 0) {
            return Vat.line("id", "name", units, rate);
        }
        var discount = random.nextLong(Vat.price(units).value() + 1);
        return Vat.line("id", "name", units, nok(discount), rate);
    }

    private static BigDecimal exactTaxTimesTwo(OrderLine line) {
        return BigDecimal.valueOf(2 * line.total().value())
                .multiply(BigDecimal.valueOf(line.taxRate()))
                .divide(BigDecimal.valueOf((long) Vat.MAX_RATE + line.taxRate()), 20, RoundingMode.HALF_EVEN);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
