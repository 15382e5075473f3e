package dev.kvitt.vipps.rules.qr;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Width and height of a PNG in pixels. An SVG has no size of its own. */
public final class QrImageSize {

    public static final int MIN = 100;
    public static final int MAX = 2000;

    /** Of the QR API. */
    public static final int DEFAULT = 800;

    /** Of the payment API's {@code qrFormat}. */
    public static final int DEFAULT_OF_PAYMENT = 1024;

    /** What is said of any other size. */
    public static final String RANGE = "Must be between " + MIN + " and " + MAX + ".";

    private static final Pattern NUMBER = Pattern.compile("\\d{3,4}");

    private QrImageSize() {}

    /** Empty if the text is no number in the range. */
    public static OptionalInt parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int size = Integer.parseInt(text);
        return isValid(size) ? OptionalInt.of(size) : OptionalInt.empty();
    }

    public static boolean isValid(int size) {
        return size >= MIN && size <= MAX;
    }
}
