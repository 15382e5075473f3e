package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts and times as people of a language write them. */
final class Wording {

    private static final int MINOR_DIGITS = 2;
    private static final Pattern CODE_IN_FRONT = Pattern.compile("(?<=^-?)([A-Z]{3})(?=\\d)");

    private final PhoneLanguage language;

    Wording(PhoneLanguage language) {
        this.language = language;
    }

    String money(Money money) {
        return money(money.value(), money.currency().name());
    }

    /** @param minorUnits of a currency with two digits, as all of Vipps MobilePay's are */
    String money(long minorUnits, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(MINOR_DIGITS);
        String text = format.format(BigDecimal.valueOf(minorUnits, MINOR_DIGITS));
        // Java leaves no space behind a code that stands in front: NOK73.00.
        return CODE_IN_FRONT.matcher(text).replaceFirst("$1\u00a0");
    }

    /** @param hundredths of a percent: 2500 is 25 % */
    String percent(int hundredths) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        return format.format(BigDecimal.valueOf(hundredths, MINOR_DIGITS)) + "\u00a0%";
    }

    String time(Instant at) {
        return at.atZone(language.zone()).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    String dateAndTime(Instant at) {
        return at.atZone(language.zone())
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(language.locale()))
                + " " + time(at);
    }
}
