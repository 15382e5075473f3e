package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Failures;

/**
 * Tells a sale that cannot be handled from a process that can handle none. The first sale in which the JVM itself fails may be
 * what is wrong, and is parked. When another fails so too, it is the process, and to park one sale after the other would be wrong.
 */
final class ErrorsOfTheProcess {

    /** The entity, or entities, of the first; absent until there is one. */
    private String first;

    /**
     * @param keys of what could not be handled
     * @throws BrokenProcessException when it is not the first that the JVM fails in since the start
     */
    void met(String keys, Throwable failure) {
        if (!Failures.ofTheProcess(failure)) {
            return;
        }
        if (first == null) {
            first = keys;
        }
        if (!first.equals(keys)) {
            throw new BrokenProcessException(failure);
        }
    }

    /** Nothing is to be read any more: only another start may help. */
    static final class BrokenProcessException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BrokenProcessException(Throwable cause) {
            super("the JVM has failed in a second sale", cause);
        }
    }
}
