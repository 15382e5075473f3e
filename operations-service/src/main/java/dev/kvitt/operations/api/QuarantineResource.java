package dev.kvitt.operations.api;

import dev.kvitt.operations.store.QuarantineRows.Quarantined;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What services could not read, the latest first. Its body stays sealed. */
@Path("/api/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {

    private final QuarantineList quarantine;

    QuarantineResource(QuarantineList quarantine) {
        this.quarantine = quarantine;
    }

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Page<Quarantined> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("after") String after) {
        return quarantine.read(after, limit);
    }
}
