package dev.kvitt.sandbox.domain;

/**
 * The outcome of one request.
 *
 * @param replayed true = a retry: the first outcome again, and nothing was done
 */
public record WriteResult(WriteOutcome outcome, boolean replayed) {

    /** Whether this very request changed anything. */
    public boolean changedSomething() {
        return !replayed && !(outcome instanceof WriteOutcome.Refused);
    }
}
