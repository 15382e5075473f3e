package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Whose phone it is, and in which language. */
@Path("/phone")
@RunOnVirtualThread
public class ChoosePage {

    private final PhoneBook book;

    ChoosePage(PhoneBook book) {
        this.book = book;
    }

    @GET
    public Response choose(@BeanParam Visitor visitor) {
        return choose(visitor, null, null);
    }

    /**
     * @param number a phone number, with anything people write between the digits
     * @param back a page of the phone to go on to
     */
    @POST
    public Response chosen(
            @BeanParam Visitor visitor, @FormParam("number") String number, @FormParam("back") String back) {
        String digits = number == null ? "" : number.replaceAll("[\\s+()-]", "");
        return Msisdn.isValid(digits)
                ? Answers.goTo(ownPage(back).orElse("/phone/" + digits), Visitor.remember(Visitor.PHONE, digits))
                : choose(visitor, back, number);
    }

    @GET
    @Path("language/{tag}")
    public Response language(@PathParam("tag") String tag, @QueryParam("back") String back) {
        PhoneLanguage language = PhoneLanguage.of(tag).orElse(PhoneLanguage.EN);
        return Answers.goTo(ownPage(back).orElse("/phone"), Visitor.remember(Visitor.LANGUAGE, language.tag()));
    }

    private Response choose(Visitor visitor, String back, String typed) {
        Frame frame = new Frame(null, null, visitor.language(), "/phone");
        return Answers.page(Pages.choose(frame, book.people(), back, typed), visitor.language());
    }

    /** Nobody is sent away from here by a link that was made elsewhere. */
    private static Optional<String> ownPage(String back) {
        return Optional.ofNullable(back)
                .filter(path -> path.startsWith("/phone") || path.startsWith(LandingPage.PATH + "?"));
    }
}
