package dev.kvitt.events;

/** A type that this version of Kvitt does not know. */
public final class UnknownEventTypeException extends RuntimeException {

    public UnknownEventTypeException(String typeName) {
        super("unknown event type " + (typeName.length() > 100 ? typeName.substring(0, 100) : typeName));
    }
}
