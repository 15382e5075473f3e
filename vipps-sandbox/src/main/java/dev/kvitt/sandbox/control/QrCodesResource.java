package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.CallbackQr;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.RedirectQr;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import dev.kvitt.vipps.rules.qr.QrImageSize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing printed codes. */
@Path("/sandbox/v1/qr")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection")
@RunOnVirtualThread
public class QrCodesResource {

    private static final QrImage PICTURE = new QrImage(QrImageFormat.SVG, QrImageSize.DEFAULT);

    /**
     * @param kind CALLBACK, MOBILEPAY (an old code, taken over) or REDIRECT
     * @param about the location, or where the code leads
     * @param qrContent what the picture says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QrView(String msn, String kind, String id, String about, String qrContent, String qrImageUrl) {}

    private final Lookup lookup;
    private final String publicUrl;

    QrCodesResource(Lookup lookup, SandboxConfig config) {
        this.lookup = lookup;
        this.publicUrl = config.publicUrl();
    }

    @GET
    @Operation(summary = "All codes a customer could scan, but those of payments")
    public List<QrView> list(@QueryParam("msn") String msn) {
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> Stream.concat(
                        merchant.codes().callbacks().stream().map(code -> view(merchant, code)),
                        merchant.codes().redirects().stream().map(code -> view(merchant, code))))
                .toList();
    }

    private QrView view(MerchantState merchant, CallbackQr code) {
        return new QrView(
                merchant.msn().value(),
                code.beacon() ? "MOBILEPAY" : "CALLBACK",
                code.merchantQrId(),
                code.location(),
                code.content(),
                PublicUrls.image(publicUrl, code.code(), PICTURE));
    }

    private QrView view(MerchantState merchant, RedirectQr code) {
        return new QrView(
                merchant.msn().value(),
                "REDIRECT",
                code.id(),
                code.redirectUrl(),
                PublicUrls.redirect(publicUrl, code.code()),
                PublicUrls.image(publicUrl, code.code(), PICTURE));
    }
}
