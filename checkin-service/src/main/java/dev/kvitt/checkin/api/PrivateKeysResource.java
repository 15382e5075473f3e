package dev.kvitt.checkin.api;

import dev.kvitt.checkin.store.SealingKeys;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The keys to open personal values with, as a JWKS with private parts. For the installation's own services. */
@Path("/internal/sealing-keys")
public class PrivateKeysResource {

    private final SealingKeys keys;
    private final InternalToken token;

    PrivateKeysResource(SealingKeys keys, InternalToken token) {
        this.keys = keys;
        this.token = token;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        if (!token.allows(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return Response.ok(keys.privateKeys().toString(false))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
