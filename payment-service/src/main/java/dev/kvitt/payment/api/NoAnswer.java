package dev.kvitt.payment.api;

import jakarta.ws.rs.core.Response;

/** Ends a request with what is said instead of an answer. */
final class NoAnswer extends RuntimeException {

    private final transient Response response;

    NoAnswer(Response response) {
        super("answered " + response.getStatus(), null, false, false);
        this.response = response;
    }

    NoAnswer(Problem problem) {
        this(problem.response());
    }

    Response response() {
        return response;
    }
}
