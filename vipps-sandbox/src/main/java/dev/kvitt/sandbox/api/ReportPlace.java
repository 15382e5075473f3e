package dev.kvitt.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list of the Report API, which a cursor says in Base64.
 *
 * @param list which list it is of: a cursor opens no other
 * @param number of the first item that was not answered yet
 */
record ReportPlace(String list, long number) {

    private static final char SEPARATOR = '#';

    String cursor() {
        byte[] text = (list + SEPARATOR + number).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(text);
    }

    /** @return empty if it is no cursor of this list */
    static Optional<ReportPlace> read(String cursor, String list) {
        return read(cursor).filter(place -> place.list().equals(list));
    }

    /** @return empty if it is no cursor */
    static Optional<ReportPlace> read(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(SEPARATOR);
            return number(text.substring(end + 1))
                    .map(number -> new ReportPlace(text.substring(0, Math.max(0, end)), number));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String digits) {
        return Optional.of(digits).filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf);
    }
}
