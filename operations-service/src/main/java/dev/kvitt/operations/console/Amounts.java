package dev.kvitt.operations.console;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalLong;

/** Money as people read and write it. All of Vipps MobilePay's currencies have two decimals. */
final class Amounts {

    private static final int DECIMALS = 2;
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Amounts() {}

    /** @param minor may be null */
    static String shown(Long minor, String currency) {
        if (minor == null) {
            return "–";
        }
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NARROW_NO_BREAK_SPACE);
        var format = new DecimalFormat("#,##0.00", symbols);
        var number = format.format(BigDecimal.valueOf(minor, DECIMALS));
        return currency == null ? number : number + NO_BREAK_SPACE + currency;
    }

    /**
     * What a person typed, such as {@code 49}, {@code 49,50} or {@code 1 249.00}, in minor units.
     *
     * @return empty for nothing, and for what is no amount
     */
    static OptionalLong typed(String text) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            var plain = text.strip().replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
            return OptionalLong.of(
                    new BigDecimal(plain).movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
