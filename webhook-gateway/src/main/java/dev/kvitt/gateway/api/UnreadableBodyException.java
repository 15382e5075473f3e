package dev.kvitt.gateway.api;

/** A genuine webhook that says nothing we can use. The message names the field and never its value. */
final class UnreadableBodyException extends Exception {

    UnreadableBodyException(String message) {
        super(message, null, false, false);
    }
}
