package dev.kvitt.messaging.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.messaging.store.ParkedRows;
import dev.kvitt.messaging.store.ParkedRows.ParkedEntity;
import dev.kvitt.messaging.store.ParkedRows.WaitingMessage;
import dev.kvitt.messaging.store.Transactions;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What is parked in this service, why, and what waits behind it. */
@ForOperators
@Path("/operators/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    /** Entities, or messages of one, in one answer. */
    private static final int MOST = 500;

    private final Transactions transactions;

    ParkedResource(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param next give it as {@code after} to have the rest; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ParkedEntity> items, String next) {}

    /**
     * @param waiting all that waits under the key
     * @param items in the order in which they wait
     * @param next give it as {@code after} to have the rest; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Messages(String key, int waiting, List<WaitingMessage> items, Long next) {}

    /**
     * By key.
     *
     * @param limit 1 to 500
     * @param after a key; what follows is answered
     */
    @GET
    public Response list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("after") @DefaultValue("") String after) {
        if (limit < 1 || limit > MOST) {
            return limits();
        }
        var found = transactions.run(connection -> ParkedRows.entities(connection, after, limit + 1));
        var items = found.size() > limit ? found.subList(0, limit) : found;
        return Response.ok(
                        new Page(items, found.size() > limit ? items.getLast().key() : null))
                .build();
    }

    /**
     * What waits for one key; 404 when nothing does.
     *
     * @param limit 1 to 500
     * @param after what {@code next} was in the answer before; absent for the first
     */
    @GET
    @Path("/{key:.+}")
    public Response messages(
            @PathParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @DefaultValue("0") long after) {
        if (limit < 1 || limit > MOST) {
            return limits();
        }
        var found = transactions.run(connection -> ParkedRows.messages(connection, key, after, limit));
        return found.waiting() == 0
                ? Problems.of(404, "not-parked", "Nothing waits under this key here.")
                : Response.ok(new Messages(key, found.waiting(), found.items(), found.last()))
                        .build();
    }

    private static Response limits() {
        return Problems.of(400, "invalid-request", "limit is 1 to " + MOST + ".");
    }
}
