package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.store.QuarantineRows;
import dev.kvitt.operations.store.QuarantineRows.Quarantined;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What services could not read, the latest first. Its body stays sealed. */
@Path("/api/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {

    private static final int MOST = 500;
    private static final String LATEST = "9999-12-31T00:00:00Z";

    private final QuarantineRows rows;

    QuarantineResource(QuarantineRows rows) {
        this.rows = rows;
    }

    /** @param next to ask for older ones, as {@code after}; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Quarantined> items, String next) {}

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Page list(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @DefaultValue(LATEST) String after) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("bad-limit", "limit is 1 to 500.");
        }
        var found = rows.list(time(after), limit);
        var next = found.size() == limit ? found.getLast().at().toString() : null;
        return new Page(found, next);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest("bad-after", "after is the next of an earlier answer, as it was.");
        }
    }
}
