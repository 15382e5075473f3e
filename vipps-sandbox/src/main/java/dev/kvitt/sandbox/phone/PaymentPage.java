package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.People;
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

/** One payment on its customer's phone. */
@Path(PhonePage.PATH + "/payments/{msn}/{reference}")
@RunOnVirtualThread
public class PaymentPage {

    private final PhoneBook book;
    private final People people;

    PaymentPage(PhoneBook book, People people) {
        this.book = book;
        this.people = people;
    }

    @GET
    public Response show(
            @BeanParam Visitor visitor,
            @PathParam("number") Msisdn me,
            @PathParam("msn") String msn,
            @PathParam("reference") String reference,
            @QueryParam("consent") String consent,
            @QueryParam("problem") String problem) {
        Person owner = book.person(me);
        return book.payment(msn, reference, me)
                .map(held -> Answers.page(
                        Pages.payment(
                                new Frame(owner, null, visitor.language(), visitor.here()),
                                PaymentDetail.of(held, people.customers().get(me), visitor.wording()),
                                visitor.uri.getRequestUri().getRawPath(),
                                consent != null,
                                problem,
                                false),
                        visitor.language()))
                .orElseGet(() -> Answers.notFound(visitor, owner));
    }

    @POST
    public Response press(
            @BeanParam Visitor visitor,
            @PathParam("number") Msisdn me,
            @PathParam("msn") String msn,
            @PathParam("reference") String reference,
            @FormParam("press") Finger.Press press) {
        String here = visitor.uri.getRequestUri().getRawPath();
        return book.payment(msn, reference, me)
                .map(held -> Answers.goTo(here
                        + switch (Finger.press(press, held, me)) {
                            case Finger.Outcome.Done done -> "";
                            case Finger.Outcome.AskConsent ask -> "?consent=ask";
                            case Finger.Outcome.Not(Finger.Problem problem) -> "?problem=" + problem;
                        }))
                .orElseGet(() -> Answers.notFound(visitor, book.person(me)));
    }
}
