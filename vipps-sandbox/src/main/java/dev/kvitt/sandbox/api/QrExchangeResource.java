package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.customers.ScannedQr;
import dev.kvitt.sandbox.domain.CheckIn;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.customer.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Turns what a customer showed, or a check-in, into a phone number. */
@Path("/qr/v1/exchange")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QrExchangeResource {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final List<String> ALL_DATA = List.of("MSISDN");

    record QrBody(String qrCode, List<String> requestedData) {
        @Override
        public String toString() {
            return "QrBody[hidden]";
        }
    }

    record TokenBody(Holder customer, List<String> requestedData) {
        record Holder(String customerToken) {
            @Override
            public String toString() {
                return "Holder[hidden]";
            }
        }
    }

    /**
     * @param timestamp seconds: when the code was made, or the customer checked in
     * @param version of the code; absent for check-ins
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Exchanged(String msisdn, Long timestamp, String version) {
        @Override
        public String toString() {
            return "Exchanged[hidden]";
        }
    }

    private final JsonBodies bodies;
    private final Responses responses;
    private final People people;
    private final SandboxClock clock;
    private final Call call;

    QrExchangeResource(JsonBodies bodies, Responses responses, People people, SandboxClock clock, Call call) {
        this.bodies = bodies;
        this.responses = responses;
        this.people = people;
        this.clock = clock;
        this.call = call;
    }

    @POST
    public Response exchange(byte[] body) {
        try {
            QrBody asked = bodies.read(body, QrBody.class).value();
            if (asked.qrCode() == null || asked.qrCode().isBlank()) {
                return refused("qrCode", "All that the code says is required.");
            }
            if (!isAskable(asked.requestedData(), true)) {
                return refused("requestedData", "Only MSISDN can be requested.");
            }
            return people.personalQrs()
                    .read(asked.qrCode(), clock.now())
                    .filter(scanned -> exists(scanned.customer()))
                    .map(this::answer)
                    .orElseGet(() -> refused("qrCode", "This is no personal QR, or it is too old."));
        } catch (RefusedException unreadable) {
            return refused(unreadable);
        }
    }

    @POST
    @Path("customer")
    public Response exchangeCustomer(byte[] body) {
        try {
            TokenBody asked = bodies.read(body, TokenBody.class).value();
            if (asked.customer() == null) {
                return refused("customer", "The customer is required.");
            }
            String token = asked.customer().customerToken();
            if (token == null || token.isBlank()) {
                return refused("customer.customerToken", "The token is required.");
            }
            if (!isAskable(asked.requestedData(), false)) {
                return refused("requestedData", "MSISDN must be requested, and nothing else can be.");
            }
            Optional<CheckIn> checkIn = call.merchant().checkIn(new CustomerToken(token));
            return checkIn.map(known -> responses.json(
                            OK,
                            new Exchanged(
                                    known.customer().value(),
                                    known.initiatedAt().getEpochSecond(),
                                    null)))
                    .orElseGet(() -> refused("customer.customerToken", "Nobody has this token, or not any more."));
        } catch (RefusedException unreadable) {
            return refused(unreadable);
        }
    }

    private boolean exists(Msisdn customer) {
        return people.customers().get(customer).standing() != Standing.UNKNOWN;
    }

    private static boolean isAskable(List<String> requested, boolean mayBeMissing) {
        return requested == null ? mayBeMissing : !requested.isEmpty() && ALL_DATA.containsAll(requested);
    }

    private Response answer(ScannedQr scanned) {
        Long timestamp = scanned.generatedAt().map(at -> at.getEpochSecond()).orElse(null);
        return responses.json(OK, new Exchanged(scanned.customer().value(), timestamp, scanned.version()));
    }

    private Response refused(String name, String reason) {
        return refused(List.of(new FieldProblem(name, reason)));
    }

    private Response refused(RefusedException unreadable) {
        return refused(
                unreadable.refusal() instanceof Refusal.Malformed(List<FieldProblem> problems) ? problems : List.of());
    }

    private Response refused(List<FieldProblem> problems) {
        return responses.error(
                MerchantApis.EXCHANGE_QR,
                BAD_REQUEST,
                "Bad request",
                "One or more parameters in the body are not valid.",
                problems);
    }
}
