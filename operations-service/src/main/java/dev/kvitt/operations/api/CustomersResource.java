package dev.kvitt.operations.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Whose number this is, for a customer who calls: their sales, not who they are. */
@Path("/api/customers/find")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomersResource {

    private final CustomerSearch search;

    CustomersResource(CustomerSearch search) {
        this.search = search;
    }

    /** A number comes in the body only, never in an address. */
    @POST
    @RolesAllowed("operator")
    public CustomerSearch.Found find(CustomerSearch.Wanted wanted, @Context SecurityContext security) {
        return search.find(wanted, Decider.who(security));
    }
}
