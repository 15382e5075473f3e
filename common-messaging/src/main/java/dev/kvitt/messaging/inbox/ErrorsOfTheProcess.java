package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Failures;
import java.util.List;

/**
 * Tells a sale that cannot be handled from a process that can handle none. The first sale in which the JVM itself fails may be
 * what is wrong, and is parked. When another would have to be parked so too, it is the process, and to park one sale after the
 * other would be wrong.
 */
final class ErrorsOfTheProcess {

    /** A process that has applied so many messages since is not broken: one of its paths is, and the others go on. */
    static final int FORGOTTEN_AFTER = 1_000;

    /** The entity of the first; absent until there is one. */
    private String first;

    private long appliedSince;

    /**
     * @param key of an entity that has to be parked and was not before: what comes for a parked one tells nothing new
     * @throws BrokenProcessException when the JVM failed in another one before
     */
    void met(String key, Throwable failure) {
        if (!Failures.ofTheProcess(failure)) {
            return;
        }
        if (first != null && !first.equals(key)) {
            throw new BrokenProcessException("the JVM has failed in a second sale", failure);
        }
        first = key;
        appliedSince = 0;
    }

    /** What is nothing to us comes nowhere near a handler, and tells nothing. */
    void appliedWell(List<Prepared> batch) {
        if (first == null) {
            return;
        }
        appliedSince += batch.stream()
                .filter(each -> each.found() instanceof Found.Known)
                .count();
        if (appliedSince >= FORGOTTEN_AFTER) {
            first = null;
        }
    }

    /**
     * Nothing could be parked because of it: it is in what all sales share, and would be met again for ever.
     *
     * @throws BrokenProcessException when it is the JVM's failure and does not pass
     */
    static void leaving(Throwable failure) {
        if (!(failure instanceof BrokenProcessException)
                && Failures.ofTheProcess(failure)
                && !Failures.passing(failure)) {
            throw new BrokenProcessException("the JVM has failed in what all sales share", failure);
        }
    }

    /** Nothing is to be read any more: only another start may help. */
    static final class BrokenProcessException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BrokenProcessException(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
