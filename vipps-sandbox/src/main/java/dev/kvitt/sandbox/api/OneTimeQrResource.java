package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One-time payment QRs: a picture of a landing page's URL that lives as long as its payment waits. Keeps no state. */
@Path("/qr/v1")
@RunOnVirtualThread
public class OneTimeQrResource {

    private static final int OK = 200;
    private static final String TOKEN = "token=";

    /** @param url of a landing page, as a payment's redirectUrl */
    record Asked(String url) {}

    /** @param expiresIn seconds */
    record Code(String url, long expiresIn) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final QrAnswers answers;
    private final Call call;
    private final SandboxClock clock;
    private final String publicUrl;

    OneTimeQrResource(
            JsonBodies bodies,
            Responses responses,
            QrAnswers answers,
            Call call,
            SandboxClock clock,
            SandboxConfig config) {
        this.bodies = bodies;
        this.responses = responses;
        this.answers = answers;
        this.call = call;
        this.clock = clock;
        this.publicUrl = config.publicUrl();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generate(byte[] body, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.inFormat(headers, uri, image -> {
            String url = bodies.read(body, Asked.class).value().url();
            if (url == null || url.isBlank()) {
                return answers.malformed(uri, List.of(new FieldProblem("url", "The Url field is required.")));
            }
            Optional<StoredPayment> payment = token(url.trim()).flatMap(call.merchant()::landing);
            if (payment.isEmpty()) {
                return answers.badRequest(uri, "Validation error", "Supplied landing page token is not valid");
            }
            call.about(payment.get().payment().reference().value());
            return payment.get().payment().state() == PaymentState.CREATED
                    ? responses.json(OK, json(payment.get(), image))
                    : answers.badRequest(uri, "Order timeout", "Payment has already timed out");
        });
    }

    private Code json(StoredPayment stored, QrImage image) {
        String token = stored.landingToken();
        String url = image.format() == QrImageFormat.TARGET_URL
                ? PublicUrls.landing(publicUrl, token)
                : PublicUrls.paymentImage(publicUrl, token, image);
        Duration left = Duration.between(clock.now(), stored.payment().approvalDeadline());
        return new Code(url, Math.max(0, left.toSeconds()));
    }

    /** The host is not looked at: it is the landing page's and may be any. */
    private static Optional<String> token(String url) {
        int start = url.indexOf(TOKEN);
        return start < 0 ? Optional.empty() : Optional.of(url.substring(start + TOKEN.length()));
    }
}
