package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.payment.store.TillFeeds;
import dev.kvitt.payment.store.Unacknowledged;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What a till hears. */
@Path("/tills/{msn}/{tillId}")
public class TillsResource {

    /** Then whoever listens comes back and shows the token again. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** A number without epoch is nobody's but 0, which means all that is kept. */
    private static final Pattern CURSOR = Pattern.compile("(?:([0-9a-f]{8})-)?([0-9]{1,18})");

    private final Callers callers;
    private final Waiting waiting;
    private final HttpStore store;
    private final Acknowledgement acknowledgement;
    private final InstantSource clock;

    TillsResource(
            Callers callers, Waiting waiting, HttpStore store, Acknowledgement acknowledgement, InstantSource clock) {
        this.callers = callers;
        this.waiting = waiting;
        this.store = store;
        this.acknowledgement = acknowledgement;
        this.clock = clock;
    }

    /** What the till is told on payment.events, as server-sent events; each may come twice, as on Kafka. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Blocking
    public Multi<OutboundSseEvent> events(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("tillId") String tillId,
            @QueryParam("after") String after,
            @Context Sse sse) {
        try {
            var who = callers.till(headers, msn, tillId, Permission.READ).name();
            waiting.admit(who);
            var unit = new Msn(msn);
            var from = from(unit, tillId, cursor(headers, after));
            return stream(who, unit, tillId, from, sse);
        } catch (NoAnswer e) {
            throw new WebApplicationException(e.response());
        } catch (RuntimeException e) {
            throw new WebApplicationException(Answering.failed(e));
        }
    }

    /**
     * What a till says it has heard.
     *
     * @param epoch absent in a number alone
     */
    private record Cursor(Optional<String> epoch, long n) {}

    /**
     * Where a stream begins.
     *
     * @param cursor the last number that the till has heard, or is taken to have heard
     * @param anew whether what it has heard may not be what there is now
     */
    private record From(String epoch, long cursor, boolean anew) {}

    private static Optional<Cursor> cursor(HttpHeaders headers, String after) {
        var last = headers.getHeaderString("Last-Event-ID");
        var text = last == null || last.isEmpty() ? after : last;
        if (text == null) {
            return Optional.empty();
        }
        var parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            throw new NoAnswer(Problem.of(
                    Status.BAD_REQUEST, "bad-cursor", "Last-Event-ID is the id of an event that this till was told."));
        }
        return Optional.of(new Cursor(Optional.ofNullable(parts.group(1)), Long.parseLong(parts.group(2))));
    }

    /**
     * Whoever has heard something in another epoch, or more than there is, has heard it before the database was restored or its
     * server changed: all that is kept is told again.
     */
    private From from(Msn msn, String tillId, Optional<Cursor> cursor) {
        return store.run(connection -> {
            TillFeeds.begin(connection, msn, tillId);
            var last = TillFeeds.last(connection, msn, tillId);
            var epoch = TillFeeds.epoch(connection);
            if (cursor.isEmpty()) {
                return new From(epoch, last, false);
            }
            var n = cursor.get().n();
            var known = cursor.get().epoch().map(epoch::equals).orElse(n == 0) && n <= last;
            return new From(epoch, known ? n : 0, !known);
        });
    }

    private Multi<OutboundSseEvent> stream(String who, Msn msn, String tillId, From from, Sse sse) {
        var now = clock.instant();
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var stream = new NewsStream(
                                    who,
                                    msn,
                                    tillId,
                                    from.epoch(),
                                    from.cursor(),
                                    sse,
                                    now,
                                    now.plus(LONGEST),
                                    emitter);
                            if (from.anew()) {
                                stream.beginsAnew(from.epoch());
                            }
                            emitter.onTermination(() -> waiting.remove(stream));
                            waiting.add(stream);
                        },
                        BackPressureStrategy.BUFFER);
    }

    /** Sales that are reserved or paid and whose till has not said that it knows. */
    @GET
    @Path("/unacknowledged")
    @Produces(MediaType.APPLICATION_JSON)
    public Response unacknowledged(
            @Context HttpHeaders headers, @PathParam("msn") String msn, @PathParam("tillId") String tillId) {
        return Answering.of(() -> {
            callers.till(headers, msn, tillId, Permission.READ);
            List<Unacknowledged.Row> found = acknowledgement.of(new Msn(msn), tillId);
            return Response.ok(Map.of("sales", found)).build();
        });
    }
}
