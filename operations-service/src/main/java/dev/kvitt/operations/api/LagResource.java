package dev.kvitt.operations.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How far each service is behind: what it has still to read, to send and to do. */
@Path("/api/lag")
@Produces(MediaType.APPLICATION_JSON)
public class LagResource {

    private final Lags lags;

    LagResource(Lags lags) {
        this.lags = lags;
    }

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Lags.Lag lag() {
        return lags.now();
    }
}
