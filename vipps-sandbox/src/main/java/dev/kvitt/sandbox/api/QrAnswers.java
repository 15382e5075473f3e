package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.qr.QrImage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers that the resources of the QR API have in common. */
@ApplicationScoped
class QrAnswers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Responses responses;

    QrAnswers(Responses responses) {
        this.responses = responses;
    }

    /** Answers if the Accept header names a documented format; otherwise nothing is done. */
    Response inFormat(HttpHeaders headers, UriInfo uri, Function<QrImage, Response> answer) {
        Optional<QrImage> image = QrImageOptions.headers(headers);
        return image.map(answer)
                .orElseGet(() -> error(
                        uri,
                        UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported Media Type",
                        "Accept must be image/*, image/png, image/svg+xml or text/targetUrl."));
    }

    Response malformed(UriInfo uri, List<FieldProblem> problems) {
        return responses.refused(new Refusal.Malformed(problems), uri.getPath());
    }

    Response badRequest(UriInfo uri, String title, String detail) {
        return error(uri, BAD_REQUEST, title, detail);
    }

    Response notFound(UriInfo uri) {
        return error(uri, NOT_FOUND, "Not Found", "There is no such QR.");
    }

    /** The one error with a shape of its own. */
    Response conflict(String id) {
        return responses.json(CONFLICT, Map.of("id", id));
    }

    private Response error(UriInfo uri, int status, String title, String detail) {
        return responses.error(uri.getPath(), status, title, detail, List.of());
    }
}
