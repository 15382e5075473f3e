package dev.kvitt.payment.api;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.payment.store.StoredSales;
import dev.kvitt.payment.store.StoredSales.Stored;
import dev.kvitt.payment.store.TillFeeds;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What became of a sale, for a till that has lost track or waits. "Not seen" is an answer (200): a 404 comes from an address
 * that is wrong, or from a proxy, and says nothing about a sale.
 */
@Path("/sales/{msn}/{saleId}")
public class SalesResource {

    /** Shorter than any proxy's patience. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final StoredSales sales;
    private final HttpStore store;
    private final Messaging messaging;
    private final Callers callers;
    private final Acceptance acceptance;
    private final Waiting waiting;
    private final InstantSource clock;

    SalesResource(
            StoredSales sales,
            HttpStore store,
            Messaging messaging,
            Callers callers,
            Acceptance acceptance,
            Waiting waiting,
            InstantSource clock) {
        this.sales = sales;
        this.store = store;
        this.messaging = messaging;
        this.callers = callers;
        this.acceptance = acceptance;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * @param wait seconds to wait for another version than {@code since}, 30 at most
     * @param since a version that was answered before
     * @param lang of the sentence; absent: as {@code Accept-Language} says
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public Uni<Response> status(
            @Context HttpHeaders headers,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @QueryParam("wait") String wait,
            @QueryParam("since") String since,
            @QueryParam("lang") String lang) {
        try {
            var asked = callers.sale(headers, msn, saleId, Permission.READ);
            var seconds = number(wait, "wait");
            var seen = number(since, "since");
            var until = clock.instant().plusSeconds(Math.min(seconds.orElse(0L), LONGEST_WAIT.toSeconds()));
            var language = Language.of(lang, headers);
            var answer = answer(asked, language);
            if (seconds.isEmpty() || seen.isEmpty() || !answer.version().equals(Long.toString(seen.get()))) {
                return Uni.createFrom().item(ok(answer));
            }
            return Uni.createFrom()
                    .completionStage(waiting.forMore(asked.caller().name(), asked.key(), seen.get(), until))
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(news -> Answering.of(() -> ok(answer(asked, language))));
        } catch (NoAnswer e) {
            return Uni.createFrom().item(e.response());
        } catch (RuntimeException e) {
            return Uni.createFrom().item(Answering.failed(e));
        }
    }

    private static Optional<Long> number(String text, String name) {
        if (text == null) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new NoAnswer(
                    new Problem(Status.BAD_REQUEST.getStatusCode(), name + " is a number.", "invalid-request", name));
        }
        return Optional.of(Long.parseLong(text));
    }

    private SaleStatus answer(Callers.Asked asked, Language language) {
        // In this order: what is applied meanwhile makes the answer newer than it says, never older.
        var appliedUntil = store.share(messaging::appliedUntil);
        var found = store.run(connection -> found(connection, asked));
        return new Answers(
                        asked.msn(),
                        asked.saleId(),
                        appliedUntil,
                        clock.instant(),
                        found.opening(),
                        found.more(),
                        found.refusals(),
                        language)
                .of(found.stored());
    }

    private record Found(Optional<Stored> stored, boolean opening, boolean more, List<SaleStatus.Refused> refusals) {}

    private Found found(Connection connection, Callers.Asked asked) throws SQLException {
        acceptance.ofItsTills(connection, asked);
        var byHttp = HttpRequests.sale(connection, asked.key());
        var opening = byHttp.filter(HttpRequests.HttpSale::openingOnItsWay).isPresent();
        var more = byHttp.filter(HttpRequests.HttpSale::somethingOnItsWay).isPresent();
        var refusals = TillFeeds.refusals(connection, asked.key()).stream()
                .map(SalesResource::refused)
                .toList();
        return new Found(sales.find(connection, asked.key()), opening, more, refusals);
    }

    private static SaleStatus.Refused refused(String value) {
        var refused = EventCodec.data(EventType.REQUEST_REFUSED, value, RequestRefused.class);
        var why = refused.refusal();
        return new SaleStatus.Refused(refused.requestId(), why.code(), why.sentence(), why.retry());
    }

    private static Response ok(SaleStatus answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
