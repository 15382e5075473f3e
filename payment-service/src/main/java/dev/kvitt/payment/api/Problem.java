package dev.kvitt.payment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Why there is no answer. Never repeats what was sent.
 *
 * @param title for a person
 * @param code for a program; absent where the status says it all
 * @param field what does not fit, where it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(int status, String title, String code, String field) {

    static Problem of(Response.Status status, String title) {
        return new Problem(status.getStatusCode(), title, null, null);
    }

    static Problem of(Response.Status status, String code, String title) {
        return new Problem(status.getStatusCode(), title, code, null);
    }

    Response response() {
        return builder().build();
    }

    /** Worth trying again then. */
    Response after(Duration wait) {
        return builder()
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    private Response.ResponseBuilder builder() {
        var response = Response.status(status).type(MediaType.APPLICATION_JSON).entity(this);
        return status == Response.Status.UNAUTHORIZED.getStatusCode()
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : response;
    }
}
