package dev.kvitt.payment.simulation;

/** A promise was broken. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Which promise, in few words; the same for every case of it. */
    private final String promise;

    Violation(String promise, String detail) {
        super(promise + ": " + detail);
        this.promise = promise;
    }

    String promise() {
        return promise;
    }
}
