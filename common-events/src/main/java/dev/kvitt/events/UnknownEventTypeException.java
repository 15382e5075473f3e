package dev.kvitt.events;

/** A type that this version of Kvitt does not know. */
public final class UnknownEventTypeException extends RuntimeException {

    private static final int MAX_SHOWN = 100;

    public UnknownEventTypeException(String typeName) {
        super("unknown event type " + printable(typeName));
    }

    /** The name is anybody's: kept short, and nothing in it that could forge a log line. */
    private static String printable(String typeName) {
        return typeName.substring(0, Math.min(MAX_SHOWN, typeName.length())).replaceAll("[^\\x21-\\x7e]", "?");
    }
}
