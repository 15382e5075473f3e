package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.store.Backlog;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.services.GroupLags;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.services.ServiceDoors.Answer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** How far each service is behind, for whoever asks. */
@Singleton
public class Lags {

    private static final String SELF = "operations-service";

    private final GroupLags lags;
    private final ServiceDoors doors;
    private final Transactions transactions;
    private final ObjectMapper mapper;

    Lags(GroupLags lags, ServiceDoors doors, Transactions transactions, ObjectMapper mapper) {
        this.lags = lags;
        this.doors = doors;
        this.transactions = transactions;
        this.mapper = mapper;
    }

    /**
     * One service.
     *
     * @param consumer absent where Kafka does not say
     * @param backlog as {@link Backlog} has it; absent where the service could not be asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(String service, GroupLags.Lag consumer, JsonNode backlog) {}

    /** @param away services that could not be asked */
    public record Lag(List<Service> items, List<String> away) {}

    /** All are asked at the same time: one that does not answer holds nobody up longer than itself. */
    public Lag now() {
        var names = new ArrayList<>(ServiceDoors.SERVICES);
        names.add(SELF);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var consumers = names.stream()
                    .map(name -> executor.submit(() -> lags.of(name)))
                    .toList();
            var answers = doors.askAll("/operators/backlog");
            var backlogs = new HashMap<String, JsonNode>(
                    answers.stream().filter(Answer::isOk).collect(Collectors.toMap(Answer::service, Answer::body)));
            backlogs.put(SELF, mapper.valueToTree(transactions.run(Backlog::read)));
            var items = new ArrayList<Service>();
            for (var n = 0; n < names.size(); n++) {
                var name = names.get(n);
                items.add(new Service(name, consumers.get(n).get().orElse(null), backlogs.get(name)));
            }
            return new Lag(items, ServiceDoors.away(answers));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while services were asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka could not be asked", e.getCause());
        }
    }
}
