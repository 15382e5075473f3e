package dev.kvitt.messaging;

/** Somebody else was faster, or the database is not where we left it. Nothing was written; read again. */
public final class StaleException extends RuntimeException {

    public StaleException(String message) {
        super(message);
    }
}
