package dev.kvitt.vipps.rules.orders;

import java.util.regex.Pattern;

/** How an order or an image may be called. An order's id is the payment's reference. */
public final class OrderId {

    /** As the specification writes it. */
    public static final String PATTERN = "^[0-9A-Za-z-_\\.]+$";

    /** Characters of an image's id; an order's has no documented limit. */
    public static final int MAX_IMAGE_ID = 128;

    private static final Pattern COMPILED = Pattern.compile("[0-9A-Za-z\\-_.]+");

    private OrderId() {}

    public static boolean isValid(String orderId) {
        return orderId != null && COMPILED.matcher(orderId).matches();
    }

    public static boolean isValidImage(String imageId) {
        return isValid(imageId) && imageId.length() <= MAX_IMAGE_ID;
    }

    static String mustMatch(String field) {
        return "The field " + field + " must match the regular expression '" + PATTERN + "'.";
    }
}
