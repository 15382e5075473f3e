package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.store.Audit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who has decided what and why, the latest first. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int MOST = 500;

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    /** @param next to ask for older ones, as {@code after}; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entries(List<Audit.Entry> items, String next) {}

    /** @param key {@code msn/saleId}; absent for all */
    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Entries list(
            @QueryParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @DefaultValue("9223372036854775807") long after) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("bad-limit", "limit is 1 to 500.");
        }
        var found = audit.list(key, after, limit + 1);
        var items = found.size() > limit ? found.subList(0, limit) : found;
        return new Entries(
                items, found.size() > limit ? Long.toString(items.getLast().id()) : null);
    }
}
