package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
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

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GET
    @Operation(
            summary = "Requests to the merchants' APIs and attempts to deliver webhooks, oldest first",
            description = "since: entries with a higher number; reference: payment, order or QR id; "
                    + "kind: request or delivery. The oldest entries are dropped beyond sandbox.journal-limit.")
    public Page read(
            @QueryParam("since") @DefaultValue("0") long since,
            @QueryParam("reference") String reference,
            @QueryParam("kind") String kind,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        Predicate<JournalEntry> wanted = entry -> isOfKind(entry, kind)
                && (reference == null
                        || entry.reference().filter(reference::equals).isPresent());
        List<JournalView> entries = journal.read(since, Math.clamp(limit, 1, MAX_ENTRIES), wanted).stream()
                .map(JournalView::of)
                .toList();
        return new Page(journal.last(), entries);
    }

    private static boolean isOfKind(JournalEntry entry, String kind) {
        return switch (kind) {
            case null -> true;
            case "request" -> entry instanceof JournalEntry.Request;
            case "delivery" -> entry instanceof JournalEntry.Delivery;
            default -> throw ControlError.badRequest("kind is request or delivery.");
        };
    }
}
