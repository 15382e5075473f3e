package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The made-up customers, and the codes in their phones. */
@Path("/sandbox/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
@RunOnVirtualThread
public class CustomersResource {

    /** A code to hold before a merchant's scanner: both brands' forms of it. */
    public record PersonalQrView(Code vipps, Code mobilePay) {}

    /**
     * @param content what the code says, to be sent as it is
     * @param version 1.0 with the number in clear, 2.0 with a token
     * @param expiresAt absent = never
     */
    public record Code(String content, String version, Instant generatedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }

    private final People people;
    private final SandboxClock clock;
    private final Ids ids;

    CustomersResource(People people, SandboxClock clock, Ids ids) {
        this.people = people;
        this.clock = clock;
        this.ids = ids;
    }

    @GET
    @Operation(summary = "The customers that were configured or changed; every other number has a made-up owner too")
    public List<CustomerView> list() {
        return people.customers().described().stream()
                .map(customer -> CustomerView.of(customer, today()))
                .toList();
    }

    @GET
    @Path("{phone}")
    @Operation(summary = "The owner of a number: the same number has always the same")
    public CustomerView get(@PathParam("phone") String phone) {
        return CustomerView.of(people.customers().get(Lookup.customer(phone)), today());
    }

    @PUT
    @Path("{phone}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a customer; what is not sent stays as it is")
    public CustomerView put(@PathParam("phone") String phone, CustomerChange change) {
        Msisdn number = Lookup.customer(phone);
        if (change == null) {
            throw ControlError.badRequest("Send what shall be different about the customer.");
        }
        change.problem().ifPresent(problem -> {
            throw ControlError.badRequest(problem);
        });
        return CustomerView.of(people.customers().change(number, before -> change.applied(before, today())), today());
    }

    @POST
    @Path("{phone}/personal-qr")
    @Operation(
            summary = "The customer holds out a personal QR",
            description = "Vipps' form is always the same; MobilePay's is new each time and ends after "
                    + "sandbox.personal-qr.lifetime.")
    public PersonalQrView personalQr(@PathParam("phone") String phone) {
        Msisdn number = Lookup.customer(phone);
        Instant now = clock.now();
        String opaque = people.personalQrs().opaque(number, ids.urlToken(), now);
        return new PersonalQrView(
                new Code(people.personalQrs().inClear(number), "1.0", now, null),
                new Code(opaque, "2.0", now, people.personalQrs().end(now)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }
}
