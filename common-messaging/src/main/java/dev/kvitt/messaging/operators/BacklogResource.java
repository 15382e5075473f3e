package dev.kvitt.messaging.operators;

import dev.kvitt.messaging.store.Backlog;
import dev.kvitt.messaging.store.Transactions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What waits in this service's database: {@link Backlog}. */
@ForOperators
@Path("/operators/backlog")
@Produces(MediaType.APPLICATION_JSON)
public class BacklogResource {

    private final Transactions transactions;

    BacklogResource(Transactions transactions) {
        this.transactions = transactions;
    }

    @GET
    public Backlog backlog() {
        return transactions.run(Backlog::read);
    }
}
