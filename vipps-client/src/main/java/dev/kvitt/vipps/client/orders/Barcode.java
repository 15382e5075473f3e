package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A barcode under a receipt, for returning goods. Vipps checks the data against the format; the rules here are those of the formats.
 *
 * @param format how it is encoded
 * @param data what it says
 */
public record Barcode(Format format, String data) {
    /** The formats the app can draw. */
    public enum Format {
        /** 13 digits, the last one their check digit. */
        EAN_13("EAN-13", "[0-9]{13}"),
        /** Capital letters, digits, spaces and {@code - . $ / + %}. */
        CODE_39("CODE 39", "[0-9A-Z. $/+%-]+"),
        /** Printable ASCII. */
        CODE_128("CODE 128", "[ -~]+");

        private final String word;
        private final Pattern form;

        Format(String word, String form) {
            this.word = word;
            this.form = Pattern.compile(form);
        }

        /** Vipps' word for it. */
        String word() {
            return word;
        }
    }

    public Barcode {
        Objects.requireNonNull(format, "format");
        if (!format.form.matcher(data).matches()) {
            throw new IllegalArgumentException(
                    "the data of a barcode has characters or a length that " + format.word + " does not have");
        }
        if (format == Format.EAN_13 && !endsInCheckDigit(data)) {
            throw new IllegalArgumentException("the last digit of an EAN-13 is not the check digit of the others");
        }
    }

    /** Every second digit counts three times; the check digit makes the sum a multiple of ten. */
    private static boolean endsInCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
