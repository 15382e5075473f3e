package dev.kvitt.messaging.operators;

import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.messaging.replay.FoundRows;
import dev.kvitt.messaging.replay.FoundRows.FoundEvent;
import dev.kvitt.messaging.replay.Replay;
import dev.kvitt.messaging.replay.Replay.NotApplied;
import dev.kvitt.messaging.replay.ReplayRows;
import dev.kvitt.messaging.store.Transactions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Has this service's topics read again, and says how far that has come. */
@ForOperators
@Path("/operators/replays")
@Produces(MediaType.APPLICATION_JSON)
public class ReplaysResource {

    private static final int MOST = 500;
    private static final int MOST_A_SECOND = 10_000;
    private static final Pattern PREFIX = Pattern.compile("[0-9]{4,7}(/[^\\p{Cntrl}]{1,200})?");
    private static final int LONGEST_TEXT = 200;

    private final Transactions transactions;
    private final InstantSource clock;

    private final Messaging messaging;

    ReplaysResource(Transactions transactions, Messaging messaging, InstantSource clock) {
        this.transactions = transactions;
        this.messaging = messaging;
        this.clock = clock;
    }

    /**
     * @param from RFC 3339; messages stamped before are not read
     * @param keyPrefix absent for everything; a sales unit, or {@code msn/saleId}
     * @param dryRun absent is true: only counts
     * @param dryRunId what a real one needs: the dry run of the same messages that somebody has looked at, not older than 24 hours
     * @param rate messages applied in a second, 1 to 10000; absent is 500
     * @param who 1 to 200 characters
     * @param reason 1 to 200 characters
     */
    record Order(
            Instant from, String keyPrefix, Boolean dryRun, UUID dryRunId, Integer rate, String who, String reason) {

        boolean isFine() {
            return from != null
                    && !from.isBefore(Instant.EPOCH)
                    && (keyPrefix == null || PREFIX.matcher(keyPrefix).matches())
                    && (rate == null || (rate >= 1 && rate <= MOST_A_SECOND))
                    && isText(who)
                    && isText(reason);
        }

        private static boolean isText(String text) {
            return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
        }

        Replay asked(Instant now) {
            return new Replay(
                    UUID.randomUUID(),
                    from,
                    keyPrefix == null ? "" : keyPrefix,
                    dryRun == null || dryRun,
                    dryRun == null || dryRun ? null : dryRunId,
                    rate == null ? Replay.RATE : rate,
                    who,
                    reason,
                    "running",
                    null,
                    null,
                    null,
                    0,
                    0,
                    new NotApplied(0, 0, List.of()),
                    0,
                    now,
                    null);
        }
    }

    /** The latest first. */
    record Page(List<Replay> items) {}

    /** @param items of one key together */
    record Found(List<FoundEvent> items) {}

    /** One at a time in a service; a real one only after a dry run. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(Order order) {
        if (order == null || !order.isFine()) {
            return Problems.of(
                    400,
                    "invalid-request",
                    "from (a time), who and reason (1-200 characters) must be given; keyPrefix is msn or msn/saleId, rate 1 to "
                            + MOST_A_SECOND + ".");
        }
        if (!messaging.hasEntities()) {
            return Problems.of(404, "nothing-to-replay", "This service has no sales of its own.");
        }
        var replay = order.asked(clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!replay.dryRun() && !transactions.run(connection -> ReplayRows.wasShown(connection, replay))) {
            return Problems.of(
                    409,
                    "no-dry-run",
                    "Only what a dry run has shown is applied. Have one done from the same time and of the same sales, look at"
                            + " what it found, and give its id as dryRunId within 24 hours.");
        }
        return transactions.run(connection -> ReplayRows.insert(connection, replay))
                ? Response.accepted(replay).build()
                : Problems.of(409, "replay-running", "Another replay runs in this service. Wait for it, or stop it.");
    }

    @GET
    public Page list(@QueryParam("limit") @DefaultValue("50") int limit) {
        return new Page(transactions.run(connection -> ReplayRows.list(connection, Math.clamp(limit, 1, MOST))));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        return transactions
                .run(connection -> ReplayRows.find(connection, id))
                .map(replay -> Response.ok(replay).build())
                .orElseGet(ReplaysResource::unknown);
    }

    /** What had not been applied. */
    @GET
    @Path("/{id}/found")
    public Found found(@PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Found(transactions.run(connection -> FoundRows.list(connection, id, Math.clamp(limit, 1, MOST))));
    }

    /** It stands where it is, and can be resumed. */
    @POST
    @Path("/{id}/stop")
    public Response stop(@PathParam("id") UUID id) {
        return transactions.run(connection -> ReplayRows.stop(connection, id))
                ? one(id)
                : Problems.of(409, "not-running", "This replay does not run.");
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") UUID id) {
        return transactions.run(connection -> ReplayRows.resume(connection, id))
                ? one(id)
                : Problems.of(
                        409, "not-stopped", "This replay was neither stopped nor has it failed, or another one runs.");
    }

    private static Response unknown() {
        return Problems.of(404, "no-such-replay", "There is no such replay.");
    }
}
