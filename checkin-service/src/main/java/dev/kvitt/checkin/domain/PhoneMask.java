package dev.kvitt.checkin.domain;

/** A phone number of which its owner recognises enough, and nobody else. */
public final class PhoneMask {

    /** Of the countries where Vipps MobilePay is. */
    private static final String FINLAND = "358";

    private static final int SHOWN_AT_END = 3;

    private PhoneMask() {}

    /** @param number digits, country code first, 9 to 15 */
    public static String of(String number) {
        var country = number.startsWith(FINLAND) ? FINLAND.length() : 2;
        var hidden = number.length() - country - SHOWN_AT_END;
        return "+" + number.substring(0, country) + " " + "*".repeat(hidden)
                + number.substring(number.length() - SHOWN_AT_END);
    }
}
