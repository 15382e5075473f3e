package dev.kvitt.sandbox.qr;

import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import dev.kvitt.vipps.rules.qr.QrImageSize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The pictures behind the image URLs that the APIs hand out. A picture is gone with what it shows. */
@Path(PublicUrls.IMAGES)
@RunOnVirtualThread
public class QrImageResource {

    private static final String NOT_KEPT = "no-store";

    private final Sandbox sandbox;
    private final String publicUrl;

    QrImageResource(Sandbox sandbox, SandboxConfig config) {
        this.sandbox = sandbox;
        this.publicUrl = config.publicUrl();
    }

    /**
     * @param code of a printed code
     * @param token of a payment, instead
     * @param format PNG or SVG; a payment's own if there is none
     */
    @GET
    public Response image(
            @QueryParam("code") String code,
            @QueryParam("token") String token,
            @QueryParam("format") String format,
            @QueryParam("size") String size) {
        Optional<QrImage> asked = asked(format, size);
        if (token == null) {
            return sandbox.printed(code == null ? "" : code)
                    .map(content -> picture(content, asked.orElse(new QrImage(QrImageFormat.SVG, QrImageSize.DEFAULT))))
                    .orElseThrow(NotFoundException::new);
        }
        StoredPayment payment = sandbox.landing(token)
                .filter(stored -> stored.payment().state() == PaymentState.CREATED)
                .orElseThrow(NotFoundException::new);
        QrImage image = asked.or(() -> payment.order().qrImage()).orElseThrow(NotFoundException::new);
        return picture(PublicUrls.landing(publicUrl, token), image);
    }

    private static Optional<QrImage> asked(String format, String size) {
        int pixels =
                size == null ? QrImageSize.DEFAULT : QrImageSize.parse(size).orElseThrow(NotFoundException::new);
        return format == null
                ? Optional.empty()
                : Optional.of(new QrImage(QrImageFormat.ofQuery(format).orElseThrow(NotFoundException::new), pixels));
    }

    private static Response picture(String content, QrImage image) {
        QrPicture picture = QrPicture.of(content);
        Object body = image.format() == QrImageFormat.PNG ? picture.png(image.size()) : picture.svg();
        return Response.ok(body, image.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }
}
