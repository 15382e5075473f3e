package dev.kvitt.payment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.tracing.Traceparent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a till asks for. 202 means: it is written down and will be decided, also if everything is switched off at this moment. What was
 * decided the till is told as news, and by asking. The same request again is answered the same.
 */
@Path("/sales/{msn}/{saleId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SaleRequestsResource {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern REQUEST_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.{0,100})?");

    private final Callers callers;
    private final Acceptance acceptance;
    private final Acknowledgement acknowledgement;

    SaleRequestsResource(Callers callers, Acceptance acceptance, Acknowledgement acknowledgement) {
        this.callers = callers;
        this.acceptance = acceptance;
        this.acknowledgement = acknowledgement;
    }

    /** @param eventId by which a refusal names what it refuses */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(String msn, String saleId, String requestId, UUID eventId) {}

    @POST
    public Response open(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.OPENING);
    }

    @POST
    @Path("/customer")
    public Response customer(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.CUSTOMER);
    }

    @POST
    @Path("/confirmation")
    public Response confirmation(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.CONFIRMATION);
    }

    @POST
    @Path("/attempts")
    public Response attempt(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.ATTEMPT);
    }

    @POST
    @Path("/cancellation")
    public Response cancellation(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.CANCELLATION);
    }

    @POST
    @Path("/refunds")
    public Response refund(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            byte[] body) {
        return accepted(headers, msn, saleId, body, SaleRequest.REFUND);
    }

    /** The till has seen that the sale is reserved or paid. Needs no body and no key: saying it again says the same. */
    @POST
    @Path("/acknowledgements")
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(
            @Context HttpHeaders headers, @PathParam("msn") String msn, @PathParam("saleId") String saleId) {
        return Answering.of(() -> {
            var asked = callers.sale(headers, msn, saleId, Permission.SELL);
            return acknowledgement.of(asked);
        });
    }

    private Response accepted(HttpHeaders headers, String msn, String saleId, byte[] body, SaleRequest kind) {
        return Answering.of(() -> {
            var asked = callers.sale(headers, msn, saleId, kind.permission());
            if (Callers.one(headers, HttpHeaders.CONTENT_TYPE)
                    .filter(type -> JSON.matcher(type).matches())
                    .isEmpty()) {
                throw new NoAnswer(
                        Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "Send JSON, as application/json. Nothing was done."));
            }
            var requestId = Callers.one(headers, IDEMPOTENCY_KEY)
                    .filter(key -> REQUEST_ID.matcher(key).matches())
                    .orElseThrow(() -> new NoAnswer(Problem.of(
                            Status.BAD_REQUEST,
                            "idempotency-key-missing",
                            "Send one Idempotency-Key of 1 to 64 visible ASCII characters: the till's own name of this"
                                    + " request, the same whenever it is sent again. Nothing was done.")));
            var read = RequestBody.read(body, kind, asked, requestId);
            var traceparent = headers.getHeaderString(Traceparent.HEADER);
            var id = acceptance.accept(asked, kind, read, traceparent);
            return Response.status(Status.ACCEPTED)
                    .location(URI.create("/sales/" + asked.key()))
                    .entity(new Accepted(asked.msn().value(), asked.saleId().value(), requestId, id))
                    .build();
        });
    }
}
