package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.qr.QrPicture;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** What somebody sees on their own phone without pressing anything. */
@Path(PhonePage.PATH)
@RunOnVirtualThread
public class PhonePage {

    static final String PATH = "/phone/{number}";

    private final PhoneBook book;
    private final People people;
    private final SandboxClock clock;
    private final Ids ids;

    PhonePage(PhoneBook book, People people, SandboxClock clock, Ids ids) {
        this.book = book;
        this.people = people;
        this.clock = clock;
        this.ids = ids;
    }

    @GET
    public Response requests(
            @BeanParam Visitor visitor, @PathParam("number") Msisdn me, @QueryParam("at") String checkedIn) {
        return Answers.page(
                Pages.requests(frame(visitor, me, Frame.Tab.REQUESTS), cards(book.requests(me), visitor), checkedIn),
                visitor.language());
    }

    @GET
    @Path("wallet")
    public Response wallet(@BeanParam Visitor visitor, @PathParam("number") Msisdn me) {
        return Answers.page(
                Pages.wallet(frame(visitor, me, Frame.Tab.WALLET), cards(book.wallet(me), visitor)),
                visitor.language());
    }

    /** Each look at it is a new MobilePay code; Vipps' is always the same. */
    @GET
    @Path("code")
    public Response code(@BeanParam Visitor visitor, @PathParam("number") Msisdn me) {
        Instant now = clock.now();
        String clear = people.personalQrs().inClear(me);
        String opaque = people.personalQrs().opaque(me, ids.urlToken(), now);
        String end = visitor.wording().time(people.personalQrs().end(now));
        var codes = List.of(
                new PersonalCode("Vipps", clear, QrPicture.of(clear).svg(), null),
                new PersonalCode("MobilePay", opaque, QrPicture.of(opaque).svg(), end));
        boolean nordicNeighbour = me.value().startsWith("45") || me.value().startsWith("358");
        return Answers.page(
                Pages.code(frame(visitor, me, Frame.Tab.CODE), nordicNeighbour ? codes.reversed() : codes),
                visitor.language());
    }

    private Frame frame(Visitor visitor, Msisdn me, Frame.Tab tab) {
        return new Frame(book.person(me), tab, visitor.language(), visitor.here());
    }

    private static List<PaymentCard> cards(List<HeldPayment> payments, Visitor visitor) {
        return payments.stream()
                .map(held -> PaymentCard.of(held, visitor.wording()))
                .toList();
    }
}
