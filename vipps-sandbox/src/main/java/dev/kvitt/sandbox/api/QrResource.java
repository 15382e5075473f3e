package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.CallbackQr;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Merchant callback QRs of the QR API. */
@Path("/qr/v1/merchant-callback")
@RunOnVirtualThread
public class QrResource {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    record Put(String locationDescription) {}

    record Code(
            String merchantSerialNumber,
            String merchantQrId,
            String locationDescription,
            String qrImageUrl,
            String qrContent) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;
    private final QrImageOptions options;
    private final String publicUrl;

    QrResource(JsonBodies bodies, Responses responses, Call call, QrImageOptions options, SandboxConfig config) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
        this.options = options;
        this.publicUrl = config.publicUrl();
    }

    @PUT
    @Path("{merchantQrId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("merchantQrId") String merchantQrId, byte[] body, @Context UriInfo uri) {
        call.about(merchantQrId);
        String location = bodies.read(body, Put.class).value().locationDescription();
        if (location == null || location.isBlank() || location.length() > CallbackQr.MAX_LOCATION) {
            Refusal refusal = Refusal.Malformed.of(
                    "locationDescription",
                    "The field is required and has at most " + CallbackQr.MAX_LOCATION + " characters.");
            return responses.refused(refusal, uri.getPath());
        }
        call.merchant().putQr(merchantQrId, location);
        call.changedSomething();
        return Response.ok().build();
    }

    @GET
    @Path("{merchantQrId}")
    public Response get(@PathParam("merchantQrId") String merchantQrId, @Context UriInfo uri) {
        call.about(merchantQrId);
        String image = options.query(uri);
        return call.merchant()
                .qr(merchantQrId)
                .map(code -> responses.json(OK, json(code, image)))
                .orElseGet(() -> notFound(uri));
    }

    @GET
    public Response list(@Context UriInfo uri) {
        String image = options.query(uri);
        List<Code> codes =
                call.merchant().qrs().stream().map(code -> json(code, image)).toList();
        return responses.json(OK, codes);
    }

    @DELETE
    @Path("{merchantQrId}")
    public Response delete(@PathParam("merchantQrId") String merchantQrId, @Context UriInfo uri) {
        call.about(merchantQrId);
        if (!call.merchant().removeQr(merchantQrId)) {
            return notFound(uri);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    private Code json(CallbackQr code, String image) {
        String token = code.content().substring(code.content().lastIndexOf('/') + 1);
        return new Code(
                call.merchant().msn().value(),
                code.merchantQrId(),
                code.location(),
                publicUrl + "/qr-image/v1?code=" + token + image,
                code.content());
    }

    private Response notFound(UriInfo uri) {
        return responses.error(uri.getPath(), NOT_FOUND, "Not Found", "There is no such QR.", List.of());
    }
}
