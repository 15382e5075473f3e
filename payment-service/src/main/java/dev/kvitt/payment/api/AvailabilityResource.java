package dev.kvitt.payment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.events.Msn;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.vipps.VippsAccess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Whether it is worth showing the customer this way of paying at all. Looks at what this process knows anyway, and asks nobody. */
@Path("/availability/{msn}")
public class AvailabilityResource {

    /** For how long an answer may be shown again. */
    static final Duration CACHED = Duration.ofSeconds(5);

    /** Longer than a round of reading ever takes while Kafka and the database answer. */
    static final Duration STALLED = Duration.ofSeconds(20);

    private final Callers callers;
    private final Registry registry;
    private final VippsAccess vipps;
    private final Messaging messaging;

    AvailabilityResource(Callers callers, Registry registry, VippsAccess vipps, Messaging messaging) {
        this.callers = callers;
        this.registry = registry;
        this.vipps = vipps;
        this.messaging = messaging;
    }

    /** @param reason only when closed: {@code switched-off}, {@code vipps-away} or {@code kvitt-away} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Availability(String msn, boolean open, String reason, String sentence) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response availability(@Context HttpHeaders headers, @PathParam("msn") String msn) {
        return Answering.of(() -> {
            callers.salesUnit(headers, msn, Permission.READ);
            return Response.ok(of(new Msn(msn)))
                    .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + CACHED.toSeconds())
                    .build();
        });
    }

    private Availability of(Msn msn) {
        if (registry.salesUnit(msn).filter(SalesUnit::acceptsNewSales).isEmpty()) {
            return closed(msn, "switched-off", "This sales unit takes no new sales.");
        }
        if (messaging.sinceLastRead().compareTo(STALLED) > 0) {
            return closed(msn, "kvitt-away", "Kvitt cannot reach its Kafka or its database. Sales wait.");
        }
        if (vipps.isHeldBack(msn)) {
            return closed(msn, "vipps-away", "Vipps MobilePay does not answer at the moment.");
        }
        return new Availability(msn.value(), true, null, null);
    }

    private static Availability closed(Msn msn, String reason, String sentence) {
        return new Availability(msn.value(), false, reason, sentence);
    }
}
