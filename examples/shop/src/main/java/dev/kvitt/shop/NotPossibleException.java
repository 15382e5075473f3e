package dev.kvitt.shop;

/** What the cashier wants cannot be done now; the message says why, and nothing was sent. */
final class NotPossibleException extends RuntimeException {

    NotPossibleException(String why) {
        super(why);
    }
}
