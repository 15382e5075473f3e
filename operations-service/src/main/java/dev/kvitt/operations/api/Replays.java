package dev.kvitt.operations.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.services.ServiceDoors.Answer;
import dev.kvitt.operations.store.Audit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Topics that services read again, for whoever asks. The service keeps the replay; nothing of it stands here but who asked. */
@Singleton
public class Replays {

    private static final String DOOR = "/operators/replays";

    private final ServiceDoors doors;
    private final Audit audit;

    Replays(ServiceDoors doors, Audit audit) {
        this.doors = doors;
        this.audit = audit;
    }

    /**
     * What somebody wants read again.
     *
     * @param target a service's name
     * @param msn absent for all sales units
     * @param saleId only with a sales unit; absent for all its sales
     * @param dryRun absent is true: only counts
     * @param dryRunId what a real one needs: the dry run of the same messages that somebody has looked at in the last 24 hours
     * @param rate messages applied in a second; absent is 500
     */
    public record Order(
            String target,
            Instant from,
            String msn,
            String saleId,
            Boolean dryRun,
            String dryRunId,
            Integer rate,
            String reason) {

        String keyPrefix() {
            if (saleId != null && msn == null) {
                throw Problem.badRequest("bad-request", "A sale id needs its msn.");
            }
            if (msn == null) {
                return null;
            }
            return saleId == null ? Decider.msn(msn).value() : Decider.msn(msn) + "/" + Decider.saleId(saleId);
        }
    }

    /**
     * The latest first, each as its service tells it, with its {@code target}.
     *
     * @param away services that could not be asked
     */
    public record Found(List<JsonNode> items, List<String> away) {}

    /**
     * Written down before it is asked for: a replay that nobody is known to have wanted is worse than an order that came to nothing.
     *
     * @param who an operator's id
     */
    public JsonNode begin(Order order, String who) {
        if (order == null || order.from() == null || !ServiceDoors.SERVICES.contains(order.target())) {
            throw Problem.badRequest(
                    "bad-request",
                    "from (a time) and target must be given, one of " + ServiceDoors.SERVICES
                            + ". The ledger is rebuilt under /api/rebuilds.");
        }
        var why = Decider.why(order.reason());
        var dryRun = order.dryRun() == null || order.dryRun();
        var body = new HashMap<String, Object>();
        body.put("from", order.from().toString());
        body.put("dryRun", dryRun);
        var prefix = order.keyPrefix();
        if (prefix != null) {
            body.put("keyPrefix", prefix);
        }
        if (order.rate() != null) {
            body.put("rate", order.rate());
        }
        if (!dryRun && order.dryRunId() != null) {
            body.put("dryRunId", dryRunId(order.dryRunId()));
        }
        return begin(order.target(), body, who, why);
    }

    /**
     * What a dry run has shown, applied.
     *
     * @param who an operator's id
     */
    public JsonNode apply(UUID id, String reason, String who) {
        var why = Decider.why(reason);
        var shown = whose(id);
        var dryRun = shown.body();
        if (!dryRun.path("dryRun").asBoolean() || !dryRun.path("state").asText().equals("done")) {
            throw Problem.conflict("no-dry-run", "Only what a dry run has shown that is done is applied.");
        }
        var body = new HashMap<String, Object>();
        body.put("from", dryRun.path("from").asText());
        body.put("dryRun", false);
        body.put("dryRunId", id.toString());
        body.put("rate", dryRun.path("rate").asInt());
        if (!dryRun.path("keyPrefix").asText().isEmpty()) {
            body.put("keyPrefix", dryRun.path("keyPrefix").asText());
        }
        return begin(shown.service(), body, who, why);
    }

    private JsonNode begin(String target, Map<String, Object> body, String who, String why) {
        var prefix = body.getOrDefault("keyPrefix", "").toString();
        var key = prefix.indexOf('/') < 0 ? null : prefix;
        body.put("who", who);
        body.put("reason", why);
        audit.record(
                who,
                "replay",
                key,
                why,
                Map.of(
                        "target", target,
                        "from", body.get("from").toString(),
                        "dryRun", body.get("dryRun").toString(),
                        "dryRunId", body.getOrDefault("dryRunId", "").toString(),
                        "keyPrefix", prefix));
        var answer = doors.post(target, DOOR, body);
        audit.record(who, "replay-" + (answer.isOk() ? "begun" : "not-begun"), key, why, outcome(answer));
        return of(answer);
    }

    private static String dryRunId(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-request", "dryRunId is the id of a replay.");
        }
    }

    /** What came of the order. A service that did not answer may have begun all the same. */
    private static Map<String, String> outcome(Answer answer) {
        if (answer.isOk()) {
            return Map.of(
                    "target",
                    answer.service(),
                    "replay",
                    answer.body().path("id").asText());
        }
        var code = answer.body() == null ? "" : answer.body().path("code").asText();
        var why = answer.status() == 0 ? "not-reached" : "answered " + answer.status() + " " + code;
        return Map.of("target", answer.service(), "outcome", why.strip());
    }

    /** The latest of each service. */
    public Found list() {
        var answers = doors.askAll(DOOR);
        var items = new ArrayList<JsonNode>();
        for (var answer : answers) {
            if (answer.isOk()) {
                answer.body().path("items").forEach(each -> items.add(withTarget(answer.service(), each)));
            }
        }
        items.sort((one, other) ->
                other.path("startedAt").asText().compareTo(one.path("startedAt").asText()));
        return new Found(items, ServiceDoors.away(answers));
    }

    public JsonNode one(UUID id) {
        return of(whose(id));
    }

    /** What had not been applied, 500 events at most. */
    public JsonNode found(UUID id) {
        return of(doors.ask(whose(id).service(), DOOR + "/" + id + "/found?limit=500"));
    }

    /** It stands where it is, and can be resumed. */
    public JsonNode stop(UUID id, String reason, String who) {
        return change("stop", id, reason, who);
    }

    public JsonNode resume(UUID id, String reason, String who) {
        return change("resume", id, reason, who);
    }

    private JsonNode change(String what, UUID id, String reason, String who) {
        var why = Decider.why(reason);
        var service = whose(id).service();
        audit.record(who, "replay-" + what, null, why, Map.of("target", service, "replay", id.toString()));
        var answer = doors.post(service, DOOR + "/" + id + "/" + what, Map.of());
        audit.record(who, "replay-" + what + (answer.isOk() ? "-done" : "-not-done"), null, why, outcome(answer));
        return of(answer);
    }

    private Answer whose(UUID id) {
        var answers = doors.askAll(DOOR + "/" + id);
        return answers.stream().filter(Answer::isOk).findFirst().orElseThrow(() -> {
            var away = ServiceDoors.away(answers);
            return away.isEmpty()
                    ? Problem.notFound("no-such-replay", "No service has such a replay.")
                    : away(String.join(", ", away));
        });
    }

    private static Problem away(String services) {
        return Problem.of(
                Response.Status.SERVICE_UNAVAILABLE, "service-away", "Cannot be asked just now: " + services + ".");
    }

    /** What the service has said, or its own reason why not. */
    private static JsonNode of(Answer answer) {
        if (answer.isOk()) {
            return withTarget(answer.service(), answer.body());
        }
        if (answer.status() / 100 != 4 || answer.status() == 401 || answer.body() == null) {
            throw away(answer.service());
        }
        throw Problem.of(
                Response.Status.fromStatusCode(answer.status()),
                answer.body().path("code").asText("refused"),
                answer.body().path("detail").asText("The service refused."));
    }

    private static JsonNode withTarget(String service, JsonNode replay) {
        return replay instanceof ObjectNode object ? object.put("target", service) : replay;
    }
}
