package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.services.GroupLags;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.services.ServiceDoors.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How far each service is behind: what it has still to read, to send and to do. */
@Path("/api/lag")
@Produces(MediaType.APPLICATION_JSON)
public class LagResource {

    private static final String SELF = "operations-service";

    private final GroupLags lags;
    private final ServiceDoors doors;

    LagResource(GroupLags lags, ServiceDoors doors) {
        this.lags = lags;
        this.doors = doors;
    }

    /**
     * @param consumer absent where Kafka does not say
     * @param backlog as the service's operators' door has it; absent where it could not be asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(String service, GroupLags.Lag consumer, JsonNode backlog) {}

    /** @param away services that could not be asked */
    record Lag(List<Service> items, List<String> away) {}

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Lag lag() {
        var answers = doors.askAll("/operators/backlog");
        var backlogs = answers.stream().filter(Answer::isOk).collect(Collectors.toMap(Answer::service, Answer::body));
        var items = new ArrayList<Service>();
        for (var service : ServiceDoors.SERVICES) {
            items.add(new Service(service, lags.of(service).orElse(null), backlogs.get(service)));
        }
        items.add(new Service(SELF, lags.of(SELF).orElse(null), null));
        return new Lag(items, ServiceDoors.away(answers));
    }
}
