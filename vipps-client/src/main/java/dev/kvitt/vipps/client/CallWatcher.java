package dev.kvitt.vipps.client;

/** Is told of each request that goes out to Vipps, for metrics and traces. Runs in the caller's thread; must neither wait nor throw. */
@FunctionalInterface
public interface CallWatcher {

    /** Nobody watches. */
    CallWatcher NOBODY = request -> answer -> {};

    /** The request is about to be sent. */
    Watched begins(Request request);

    /**
     * What may be told of a request: nothing that names a payment or a person.
     *
     * @param api the first part of the path, such as {@code epayment}
     * @param kind what it does
     * @param method the HTTP method
     * @param template the path with names in braces
     */
    record Request(String api, Circuit.Kind kind, String method, String template) {}

    /** A request that is under way. */
    @FunctionalInterface
    interface Watched {
        /** @param answer {@code 2xx}, {@code 4xx}, {@code 423}, {@code 429}, {@code 5xx}, {@code lost} or {@code not-sent} */
        void ended(String answer);
    }
}
