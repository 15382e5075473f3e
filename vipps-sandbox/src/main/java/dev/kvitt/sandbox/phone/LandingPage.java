package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a merchant's page sends its customer: to the phone and, when it is done, back to the merchant. */
@Path(LandingPage.PATH)
@RunOnVirtualThread
public class LandingPage {

    static final String PATH = "/landing";

    private final PhoneBook book;
    private final People people;

    LandingPage(PhoneBook book, People people) {
        this.book = book;
        this.people = people;
    }

    @GET
    public Response show(
            @BeanParam Visitor visitor,
            @QueryParam("token") String token,
            @QueryParam("consent") String consent,
            @QueryParam("problem") String problem) {
        return find(token)
                .map(held -> customer(held, visitor)
                        .map(me -> payment(visitor, held, me, consent != null, problem))
                        .orElseGet(() -> chooser(visitor)))
                .orElseGet(() -> Answers.notFound(visitor, null));
    }

    @POST
    public Response press(
            @BeanParam Visitor visitor, @QueryParam("token") String token, @FormParam("press") Finger.Press press) {
        Optional<HeldPayment> found = find(token);
        Optional<Msisdn> me = found.flatMap(held -> customer(held, visitor));
        if (found.isEmpty()) {
            return Answers.notFound(visitor, null);
        }
        return me.isEmpty() ? Answers.goTo(address(token)) : press(press, found.get(), me.get(), address(token));
    }

    private static Response press(Finger.Press press, HeldPayment held, Msisdn me, String here) {
        return Answers.goTo(
                switch (Finger.press(press, held, me)) {
                    case Finger.Outcome.Done done ->
                        held.stored().order().returnUrl().orElse(here);
                    case Finger.Outcome.AskConsent ask -> here + "&consent=ask";
                    case Finger.Outcome.Not(Finger.Problem problem) -> here + "&problem=" + problem;
                });
    }

    private Response payment(Visitor visitor, HeldPayment held, Msisdn me, boolean asking, String problem) {
        return Answers.page(
                Pages.payment(
                        new Frame(book.person(me), null, visitor.language(), visitor.here()),
                        PaymentDetail.of(held, people.customers().get(me), visitor.wording()),
                        address(held.stored().landingToken()),
                        asking,
                        problem,
                        true),
                visitor.language());
    }

    private Response chooser(Visitor visitor) {
        Frame frame = new Frame(null, null, visitor.language(), visitor.here());
        return Answers.page(Pages.choose(frame, book.people(), visitor.here(), null), visitor.language());
    }

    private Optional<HeldPayment> find(String token) {
        return Optional.ofNullable(token).flatMap(book::landing);
    }

    /** The one whom the payment is for; else the one whose phone this browser is. */
    private static Optional<Msisdn> customer(HeldPayment held, Visitor visitor) {
        return held.stored().customer().or(visitor::phone);
    }

    static String address(String token) {
        return PATH + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
