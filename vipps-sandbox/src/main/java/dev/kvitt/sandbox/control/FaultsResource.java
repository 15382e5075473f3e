package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.sandbox.faults.FaultBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fault dial: making requests and deliveries fail on purpose. */
@Path("/sandbox/v1/faults")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Faults")
@RunOnVirtualThread
public class FaultsResource {

    /**
     * @param seed decides, with a fault's id and what is asked, whether the fault hits; absent = 0
     * @param faults in the order in which they are tried
     */
    public record Dial(Long seed, List<Fault> faults) {}

    /** @param hits how often it has hit */
    public record Hit(int hits, Fault fault) {}

    public record State(long seed, List<Hit> faults) {}

    private final FaultBook book;
    private final StrictJson json;

    FaultsResource(FaultBook book, StrictJson json) {
        this.book = book;
        this.json = json;
    }

    @GET
    @Operation(summary = "What is made to fail, and how often each fault has hit")
    public State get() {
        List<Hit> hits = book.faults().stream()
                .map(live -> new Hit(live.hits(), live.fault()))
                .toList();
        return new State(book.seed(), hits);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace all faults; attempts and hits are counted from nothing, so a run can be repeated")
    public State replace(@RequestBody(content = @Content(schema = @Schema(implementation = Dial.class))) byte[] body) {
        Dial dial = json.read(body, Dial.class);
        if (dial.faults() == null || dial.faults().contains(null)) {
            throw ControlError.badRequest("Send {\"seed\":1,\"faults\":[...]}; an empty list is no fault at all.");
        }
        long seed = dial.seed() == null ? 0 : dial.seed();
        book.replace(seed, dial.faults()).ifPresent(FaultsResource::refuse);
        return get();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add one fault to those there are; the seed and all counts stay")
    public State add(@RequestBody(content = @Content(schema = @Schema(implementation = Fault.class))) byte[] body) {
        book.add(json.read(body, Fault.class)).ifPresent(FaultsResource::refuse);
        return get();
    }

    @DELETE
    @Operation(summary = "All is well again")
    public State clear() {
        book.clear();
        return get();
    }

    private static void refuse(String problem) {
        throw ControlError.badRequest(problem + " Nothing was changed.");
    }
}
