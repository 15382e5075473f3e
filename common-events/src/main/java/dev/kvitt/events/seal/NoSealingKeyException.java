package dev.kvitt.events.seal;

/** There is no key to seal with now. A passing state: nothing personal may be written until it is over. */
public final class NoSealingKeyException extends RuntimeException {

    public NoSealingKeyException(String message) {
        super(message);
    }

    public NoSealingKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
