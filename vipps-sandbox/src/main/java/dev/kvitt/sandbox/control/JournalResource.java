package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.vipps.rules.Msn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was asked and what was told. */
@Path("/sandbox/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection")
@RunOnVirtualThread
public class JournalResource {

    /** The most entries one answer holds; read on from the last one's number. */
    static final int MAX_ENTRIES = 10_000;

    /** @param last number of the newest entry there is; 0 = none yet */
    public record Page(long last, List<JournalView> entries) {}

    /**
     * What was done about one thing.
     *
     * @param reference payment reference, order id or QR id; absent where there is none
     * @param requests how often it was asked for
     * @param effects how often that changed something
     * @param replays how often the answer of an earlier request was given again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Count(
            String msn, String api, String operation, String reference, long requests, long effects, long replays) {

        private Count and(JournalEntry.Request request) {
            return new Count(
                    msn,
                    api,
                    operation,
                    reference,
                    requests + 1,
                    effects + (request.effect() ? 1 : 0),
                    replays + (request.replay() ? 1 : 0));
        }

        private static Count none(JournalEntry.Request request) {
            return new Count(
                    request.msn().map(Msn::value).orElse(null),
                    request.call().api().name(),
                    request.call().operation(),
                    request.reference().orElse(null),
                    0,
                    0,
                    0);
        }
    }

    /** @param complete false = older entries were dropped, so there may have been more */
    public record Counts(long last, boolean complete, List<Count> counts) {}

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GET
    @Operation(
            summary = "Requests to the merchants' APIs and attempts to deliver webhooks, oldest first",
            description = "The oldest entries are dropped beyond sandbox.journal-limit.")
    public Page read(@BeanParam JournalQuery query, @QueryParam("limit") @DefaultValue("1000") int limit) {
        Journal.Reading reading =
                journal.read(query.since, Math.clamp(limit, 1, MAX_ENTRIES), query.wanted(), query.patience());
        return new Page(
                reading.last(), reading.entries().stream().map(JournalView::of).toList());
    }

    @GET
    @Path("counts")
    @Operation(
            summary = "How often each operation was asked for and had an effect, per reference",
            description = "Takes the same filters. An operation that must not happen twice has one effect at most.")
    public Counts counts(@BeanParam JournalQuery query) {
        Journal.Reading reading = journal.read(query.since, Integer.MAX_VALUE, query.wanted(), query.patience());
        Map<List<Object>, Count> counts = new LinkedHashMap<>();
        for (JournalEntry entry : reading.entries()) {
            if (entry instanceof JournalEntry.Request request) {
                List<Object> what = List.of(
                        request.msn(), request.call().api(), request.call().operation(), request.reference());
                counts.put(what, counts.getOrDefault(what, Count.none(request)).and(request));
            }
        }
        return new Counts(reading.last(), reading.dropped() <= query.since, List.copyOf(counts.values()));
    }
}
