package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.payment.api.Availability.Reason;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.vipps.VippsAccess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

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

    /** @param lang of the sentence; absent: as {@code Accept-Language} says */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response availability(
            @Context HttpHeaders headers, @PathParam("msn") String msn, @QueryParam("lang") String lang) {
        return Answering.of(() -> {
            callers.salesUnit(headers, msn, Permission.READ);
            return Response.ok(of(new Msn(msn), Language.of(lang, headers)))
                    .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + CACHED.toSeconds())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .build();
        });
    }

    private Availability of(Msn msn, Language language) {
        var acceptsNewSales =
                registry.salesUnit(msn).filter(SalesUnit::acceptsNewSales).isPresent();
        return closed(acceptsNewSales, messaging.sinceLastRead(), vipps.isHeldBack(msn))
                .map(reason -> Availability.closed(msn.value(), reason, language))
                .orElseGet(() -> Availability.open(msn.value()));
    }

    /** Why it is closed; of several reasons the one that lasts longest. */
    static Optional<Reason> closed(boolean acceptsNewSales, Duration sinceLastRead, boolean vippsIsHeldBack) {
        if (!acceptsNewSales) {
            return Optional.of(Reason.SWITCHED_OFF);
        }
        if (sinceLastRead.compareTo(STALLED) > 0) {
            return Optional.of(Reason.KVITT_AWAY);
        }
        return vippsIsHeldBack ? Optional.of(Reason.VIPPS_AWAY) : Optional.empty();
    }
}
