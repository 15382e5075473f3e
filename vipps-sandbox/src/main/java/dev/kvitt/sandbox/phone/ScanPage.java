package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** The phone's camera: the codes that hang about, those on screens, and any text that a code may say. */
@Path(PhonePage.PATH + "/scan")
@RunOnVirtualThread
public class ScanPage {

    private final PhoneBook book;
    private final Sandbox sandbox;
    private final CodeReader reader;
    private final String publicUrl;

    ScanPage(PhoneBook book, Sandbox sandbox, CodeReader reader, SandboxConfig config) {
        this.book = book;
        this.sandbox = sandbox;
        this.reader = reader;
        this.publicUrl = config.publicUrl();
    }

    @GET
    public Response show(@BeanParam Visitor visitor, @PathParam("number") Msisdn me) {
        return show(visitor, me, null);
    }

    /** @param content what a code says */
    @POST
    public Response scan(
            @BeanParam Visitor visitor, @PathParam("number") Msisdn me, @FormParam("content") String content) {
        String said = content == null ? "" : content.strip();
        return reader.read(said, me)
                .map(address -> Answers.goTo(address, Visitor.remember(Visitor.PHONE, me.value())))
                .orElseGet(() -> show(visitor, me, said));
    }

    private Response show(Visitor visitor, Msisdn me, String unread) {
        Frame frame = new Frame(book.person(me), Frame.Tab.SCAN, visitor.language(), "/phone/" + me.value() + "/scan");
        List<ScannableCodes> merchants = sandbox.merchants().stream()
                .map(this::codes)
                .filter(merchant -> !merchant.codes().isEmpty())
                .toList();
        List<ScreenCode> screens = book.onScreens().stream()
                .map(held -> new ScreenCode(
                        PaymentCard.of(held, visitor.wording()),
                        PublicUrls.landing(publicUrl, held.stored().landingToken())))
                .toList();
        return Answers.page(Pages.scan(frame, merchants, screens, unread), visitor.language());
    }

    private ScannableCodes codes(MerchantState merchant) {
        return new ScannableCodes(
                merchant.merchant().name(),
                Stream.concat(
                                merchant.codes().callbacks().stream()
                                        .map(code -> new ScannableCodes.Code(
                                                code.merchantQrId(), code.location(), code.content(), false)),
                                merchant.codes().redirects().stream()
                                        .map(code -> new ScannableCodes.Code(
                                                code.id(),
                                                code.redirectUrl(),
                                                PublicUrls.redirect(publicUrl, code.code()),
                                                true)))
                        .toList());
    }
}
