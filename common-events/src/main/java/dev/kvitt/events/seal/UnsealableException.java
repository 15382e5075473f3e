package dev.kvitt.events.seal;

/** A sealed value that its own key does not open: damaged, forged, or sealed in a way that is not ours. */
public final class UnsealableException extends RuntimeException {

    public UnsealableException(String message, Throwable cause) {
        super(message, cause);
    }
}
