package dev.kvitt.sandbox.api;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns requests that no resource can read into documented errors. */
class ErrorMappers {

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Responses responses;

    ErrorMappers(Responses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response refused(RefusedException exception, UriInfo uri) {
        return responses.refused(exception.refusal(), uri.getPath());
    }

    /** What the framework refuses by itself is answered as the gateway or the API would, not in the framework's words. */
    @ServerExceptionMapper({
        NotFoundException.class,
        NotAllowedException.class,
        NotAcceptableException.class,
        NotSupportedException.class
    })
    Response unreachable(WebApplicationException exception, UriInfo uri) {
        Response own = exception.getResponse();
        if (own.hasEntity() || !MerchantApis.contains(uri.getPath())) {
            return own;
        }
        int status = own.getStatus();
        String title = own.getStatusInfo().getReasonPhrase();
        return status == UNSUPPORTED_MEDIA_TYPE
                ? responses.error(uri.getPath(), status, title, "Send application/json.", List.of())
                : responses.gateway(status, title);
    }
}
