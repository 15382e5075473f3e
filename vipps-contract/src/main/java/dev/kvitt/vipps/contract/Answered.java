package dev.kvitt.vipps.contract;

/**
 * An answer as it came over the wire.
 *
 * @param contentType empty if there was none
 * @param body empty if there was none
 */
public record Answered(int status, String contentType, String body) {

    /** Whether the request was taken. */
    public boolean isGood() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return "Answered[" + status + "]";
    }
}
