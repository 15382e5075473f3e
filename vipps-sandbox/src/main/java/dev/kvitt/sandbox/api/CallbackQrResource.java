package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.CallbackQr;
import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.qr.CallbackQrBody;
import dev.kvitt.vipps.rules.qr.CallbackQrRule;
import dev.kvitt.vipps.rules.qr.QrImage;
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
import java.util.function.Predicate;

/** Merchant callback QRs of the QR API. */
@Path("/qr/v1/merchant-callback")
@RunOnVirtualThread
public class CallbackQrResource {

    private static final int OK = 200;

    record Code(
            String merchantSerialNumber,
            String merchantQrId,
            String locationDescription,
            String qrImageUrl,
            String qrContent) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final QrAnswers answers;
    private final Call call;
    private final String publicUrl;
    private final boolean categoryAccepted;

    CallbackQrResource(
            JsonBodies bodies,
            Responses responses,
            QrAnswers answers,
            Call call,
            SandboxConfig config,
            Sandbox sandbox) {
        this.bodies = bodies;
        this.responses = responses;
        this.answers = answers;
        this.call = call;
        this.publicUrl = config.publicUrl();
        this.categoryAccepted = sandbox.switches().otherApis().callbackQrCategoryAccepted();
    }

    @PUT
    @Path("{merchantQrId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("merchantQrId") String merchantQrId, byte[] body, @Context UriInfo uri) {
        return put(merchantQrId, body, uri, location -> {
            call.merchant().codes().putCallback(merchantQrId, location);
            return true;
        });
    }

    @PUT
    @Path("mobilepay/{beaconId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response takeOver(@PathParam("beaconId") String beaconId, byte[] body, @Context UriInfo uri) {
        return put(beaconId, body, uri, location -> call.merchant().codes().putBeacon(beaconId, location));
    }

    @GET
    @Path("{merchantQrId}")
    public Response get(@PathParam("merchantQrId") String merchantQrId, @Context UriInfo uri) {
        call.about(merchantQrId);
        QrImage image = QrImageOptions.query(uri);
        return call.merchant()
                .codes()
                .callback(merchantQrId)
                .map(code -> responses.json(OK, json(code, image)))
                .orElseGet(() -> answers.notFound(uri));
    }

    @GET
    public Response list(@Context UriInfo uri) {
        QrImage image = QrImageOptions.query(uri);
        List<Code> codes = call.merchant().codes().callbacks().stream()
                .map(code -> json(code, image))
                .toList();
        return responses.json(OK, codes);
    }

    @DELETE
    @Path("{merchantQrId}")
    public Response delete(@PathParam("merchantQrId") String merchantQrId, @Context UriInfo uri) {
        call.about(merchantQrId);
        if (!call.merchant().codes().removeCallback(merchantQrId)) {
            return answers.notFound(uri);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    /** @param keep false means that the id is taken */
    private Response put(String id, byte[] body, UriInfo uri, Predicate<String> keep) {
        call.about(id);
        CallbackQrBody asked = bodies.read(body, CallbackQrBody.class).value();
        List<FieldProblem> problems = CallbackQrRule.problems(asked, categoryAccepted);
        if (!problems.isEmpty()) {
            return answers.malformed(uri, problems);
        }
        if (!keep.test(asked.locationDescription())) {
            return answers.conflict(id);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    private Code json(CallbackQr code, QrImage image) {
        return new Code(
                call.merchant().msn().value(),
                code.merchantQrId(),
                code.location(),
                PublicUrls.image(publicUrl, code.code(), image),
                code.content());
    }
}
