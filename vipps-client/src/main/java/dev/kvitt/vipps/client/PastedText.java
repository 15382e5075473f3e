package dev.kvitt.vipps.client;

/**
 * Credentials come by copy and paste, and with them come line separators and zero-width characters that no HTTP header can carry. Outer
 * ones are cut off; anything else that is not visible ASCII is refused, by place and code point so that the value itself stays secret.
 */
final class PastedText {
    private PastedText() {}

    static String visibleAscii(String field, String text) {
        String trimmed = trim(text);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(
                        "%s has the character U+%04X at position %d; only visible ASCII can be sent. Copy the value again."
                                .formatted(field, (int) c, i + 1));
            }
        }
        return trimmed;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
