package dev.kvitt.cli.text;

/**
 * Text that others wrote, made fit for a terminal: a shop's name or a till's reason must not move the cursor, hide a
 * line, turn the reading direction round or set the window's title.
 */
public final class Clean {

    private Clean() {}

    /** The text on one line, every character without a form of its own written as {@code \}{@code u001b}. */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(clean, point, false));
        return clean.toString();
    }

    /** As {@link #line}, but lines stay lines and tabs become spaces: for text that is shown by itself. */
    public static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace("\t", "    ").codePoints().forEach(point -> append(clean, point, true));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int point, boolean keepLines) {
        if ((point == '\n' && keepLines) || !isHidden(point)) {
            clean.appendCodePoint(point);
            return;
        }
        for (char unit : Character.toChars(point)) {
            clean.append(String.format("\\u%04x", (int) unit));
        }
    }

    /** Whether the character does something else than being seen, or may look like nothing. */
    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
