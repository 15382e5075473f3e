package dev.kvitt.checkin.api;

import dev.kvitt.checkin.store.SealingKeys;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The keys to seal personal values with, as a JWKS (RFC 7517). For everybody. */
@Path("/keys")
public class PublicKeysResource {

    /** How long an answer may be remembered; tomorrow's key is there long before it is needed. */
    static final int CACHE_SECONDS = 300;

    private final SealingKeys keys;

    PublicKeysResource(SealingKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(keys.publicKeys().toString(true))
                .header("Cache-Control", "public, max-age=" + CACHE_SECONDS)
                .build();
    }
}
