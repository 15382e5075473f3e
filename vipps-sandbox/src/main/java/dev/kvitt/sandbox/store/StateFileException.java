package dev.kvitt.sandbox.store;

/** The state file cannot be used as it is. The message says what happened, what it means and what to do. */
public class StateFileException extends RuntimeException {

    public StateFileException(String message) {
        super(message);
    }

    public StateFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
