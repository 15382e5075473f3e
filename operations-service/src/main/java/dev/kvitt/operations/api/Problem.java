package dev.kvitt.operations.api;

import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Ends a request with why it has no answer: {@code application/problem+json}, with a code for programs. Repeats nothing that was sent. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String id;

    private Problem(int status, String code, String detail, String id) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.id = id;
    }

    /** @param detail what is wrong and what to do, for a person */
    public static Problem of(Response.Status status, String code, String detail) {
        return new Problem(status.getStatusCode(), code, detail, null);
    }

    public static Problem badRequest(String code, String detail) {
        return of(Response.Status.BAD_REQUEST, code, detail);
    }

    public static Problem notFound(String code, String detail) {
        return of(Response.Status.NOT_FOUND, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(Response.Status.CONFLICT, code, detail);
    }

    /** The same, with the id of what is in the way; absent when that is not known. */
    public Problem about(String inTheWay) {
        return new Problem(status, code, getMessage(), inTheWay);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Optional<String> id() {
        return Optional.ofNullable(id);
    }
}
