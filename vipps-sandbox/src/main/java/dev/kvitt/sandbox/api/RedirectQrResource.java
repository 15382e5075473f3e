package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.QrDesk;
import dev.kvitt.sandbox.domain.RedirectQr;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import dev.kvitt.vipps.rules.qr.RedirectQrBody;
import dev.kvitt.vipps.rules.qr.RedirectQrRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Merchant redirect QRs of the QR API. */
@Path("/qr/v1/merchant-redirect")
@RunOnVirtualThread
public class RedirectQrResource {

    private static final int OK = 200;

    /** @param url of the picture, or what it says if text/targetUrl was asked for */
    record Code(String id, String url, String redirectUrl, long expiresIn) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final QrAnswers answers;
    private final Call call;
    private final String publicUrl;
    private final RulesSwitches.Create switches;

    RedirectQrResource(
            JsonBodies bodies,
            Responses responses,
            QrAnswers answers,
            Call call,
            SandboxConfig config,
            Sandbox sandbox) {
        this.switches = sandbox.switches().create();
        this.bodies = bodies;
        this.responses = responses;
        this.answers = answers;
        this.call = call;
        this.publicUrl = config.publicUrl();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(byte[] body, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.inFormat(headers, uri, image -> {
            RedirectQrBody asked = bodies.read(body, RedirectQrBody.class).value();
            call.about(asked.id());
            List<FieldProblem> problems = RedirectQrRule.problems(asked, switches);
            return problems.isEmpty() ? create(asked, image) : answers.malformed(uri, problems);
        });
    }

    private Response create(RedirectQrBody asked, QrImage image) {
        return codes().createRedirect(asked)
                .map(code -> {
                    call.changedSomething();
                    return responses.json(OK, json(code, image));
                })
                .orElseGet(() -> answers.conflict(asked.id()));
    }

    @GET
    public Response list(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.inFormat(
                headers,
                uri,
                image -> responses.json(
                        OK,
                        codes().redirects().stream()
                                .map(code -> json(code, image))
                                .toList()));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        call.about(id);
        return answers.inFormat(headers, uri, image -> codes().redirect(id)
                .map(code -> responses.json(OK, json(code, image)))
                .orElseGet(() -> answers.notFound(uri)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @PathParam("id") String id, byte[] body, @Context HttpHeaders headers, @Context UriInfo uri) {
        call.about(id);
        return answers.inFormat(headers, uri, image -> {
            RedirectQrBody asked = bodies.read(body, RedirectQrBody.class).value();
            List<FieldProblem> problems = RedirectQrRule.problemsOfUpdate(id, asked, switches);
            return problems.isEmpty() ? update(id, asked.redirectUrl(), image, uri) : answers.malformed(uri, problems);
        });
    }

    private Response update(String id, String redirectUrl, QrImage image, UriInfo uri) {
        return codes().updateRedirect(id, redirectUrl)
                .map(code -> {
                    call.changedSomething();
                    return responses.json(OK, json(code, image));
                })
                .orElseGet(() -> answers.notFound(uri));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri) {
        call.about(id);
        if (!codes().removeRedirect(id)) {
            return answers.notFound(uri);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    private QrDesk codes() {
        return call.merchant().codes();
    }

    private Code json(RedirectQr code, QrImage image) {
        String url = image.format() == QrImageFormat.TARGET_URL
                ? PublicUrls.redirect(publicUrl, code.code())
                : PublicUrls.image(publicUrl, code.code(), image);
        return new Code(code.id(), url, code.redirectUrl(), codes().expiresIn(code));
    }
}
