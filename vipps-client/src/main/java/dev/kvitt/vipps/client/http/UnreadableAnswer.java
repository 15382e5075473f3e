package dev.kvitt.vipps.client.http;

/** A success whose answer cannot be understood. Never leaves the client: it becomes {@link dev.kvitt.vipps.client.Outcome.Unknown}. */
public final class UnreadableAnswer extends RuntimeException {
    /** @param message what is wrong, without any text of the answer */
    public UnreadableAnswer(String message) {
        super(message);
    }
}
