package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the dial is set, and that what it decides can be repeated. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class FaultDialTest {

    private static final Api API = Api.DEMO;
    private static final String HALF =
            "{\"id\":\"half\",\"kind\":\"SERVER_ERROR\",\"operation\":\"GET\",\"probability\":0.5}";

    @AfterEach
    void allIsWellAgain() {
        Faults.clear();
    }

    @Test
    void the_same_seed_hits_the_same_requests_whatever_comes_first() {
        List<String> references =
                IntStream.range(0, 24).mapToObj(i -> "never-created-" + i).toList();
        Faults.seeded(7, HALF);
        Map<String, Integer> first = statuses(references);
        Faults.seeded(7, HALF);
        Map<String, Integer> again = statuses(references.reversed());
        Faults.seeded(8, HALF);
        Map<String, Integer> otherSeed = statuses(references);

        assertThat(again).isEqualTo(first);
        assertThat(first).containsValues(404, 500);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    @Test
    void each_attempt_of_a_request_is_decided_anew() {
        Faults.seeded(7, HALF);
        List<Integer> statuses = IntStream.range(0, 24)
                .mapToObj(attempt -> API.get("never-created").extract().statusCode())
                .toList();

        assertThat(statuses).contains(404, 500);
    }

    @Test
    void hits_are_counted_and_limited_in_all_or_per_request() {
        Faults.seeded(
                1,
                "{\"id\":\"in-all\",\"kind\":\"SERVER_ERROR\",\"operation\":\"GET\",\"times\":1}",
                "{\"id\":\"each\",\"kind\":\"SERVER_ERROR\",\"operation\":\"EVENTS\",\"attempts\":1}");
        API.get("never-created-a").statusCode(500);
        API.get("never-created-b").statusCode(404);
        API.events("never-created-a").statusCode(500);
        API.events("never-created-b").statusCode(500);
        API.events("never-created-a").statusCode(404);

        Faults.get().body("faults.hits", contains(1, 2)).body("seed", equalTo(1));
    }

    @Test
    void one_can_be_added_and_all_can_be_taken_away() {
        Faults.seeded(3, "{\"kind\":\"LOCKED\"}");
        Faults.add("{\"kind\":\"DROP\",\"msn\":\"123456\"}")
                .statusCode(200)
                .body("seed", equalTo(3))
                .body("faults.fault.id", contains("fault-1", "fault-2"));

        Faults.clear();
        Faults.get().body("faults", hasSize(0));
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_reason_and_changes_nothing() {
        Faults.seeded(1, "{\"kind\":\"LOCKED\"}");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("{}", "needs a kind");
        wrong.put("{\"kind\":\"LOUD\"}", "kind");
        wrong.put("{\"kind\":\"LOCKED\",\"chance\":1}", "no field chance");
        wrong.put("{\"kind\":\"LOCKED\",\"probability\":1.5}", "probability");
        wrong.put("{\"kind\":\"LOCKED\",\"times\":0}", "times");
        wrong.put("{\"kind\":\"LOCKED\",\"attempts\":0}", "attempts");
        wrong.put("{\"kind\":\"LOCKED\",\"msn\":\"12\"}", "msn");
        wrong.put("{\"kind\":\"LOCKED\",\"id\":\"\"}", "id");
        wrong.put("{\"kind\":\"LOCKED\",\"operation\":\"STEAL\"}", "operation");
        wrong.put("{\"kind\":\"LOCKED\",\"copies\":2}", "copies");
        wrong.put("{\"kind\":\"LOCKED\",\"event\":\"user.checked-in.v1\"}", "event");
        wrong.put("{\"kind\":\"DROP\",\"api\":\"EPAYMENT\"}", "api");
        wrong.put("{\"kind\":\"DROP\",\"event\":\"payment.paid\"}", "event");
        wrong.put("{\"kind\":\"DELAY\"}", "before or after");
        wrong.put("{\"kind\":\"DELAY\",\"before\":\"PT1H\"}", "PT10M");
        wrong.put("{\"kind\":\"TOO_MANY_REQUESTS\",\"retryAfter\":-1}", "retryAfter");
        wrong.put("{\"kind\":\"SERVER_ERROR\",\"status\":404}", "500 to 599");
        wrong.put("{\"kind\":\"ERROR_CODE\"}", "code");
        wrong.put("{\"kind\":\"ERROR_CODE\",\"code\":1}", "code");
        wrong.put("{\"kind\":\"DOUBLE\",\"copies\":11}", "copies");
        wrong.put("{\"kind\":\"LATE\"}", "by");
        wrong.put("{\"kind\":\"LATE\",\"by\":\"PT9223372036854775807S\"}", "up to");
        wrong.put("{\"kind\":\"OLD_DATE\",\"by\":\"PT0S\"}", "by");
        wrong.put("{\"kind\":\"OUT_OF_ORDER\",\"window\":1}", "window");

        wrong.forEach((fault, reason) -> Faults.add(fault).statusCode(400).body("message", containsString(reason)));
        Faults.put("{\"faults\":[{\"id\":\"a\",\"kind\":\"DROP\"},{\"id\":\"a\",\"kind\":\"DROP\"}]}")
                .statusCode(400)
                .body("message", allOf(containsString("id a"), containsString("Nothing was changed")));
        Faults.put("{\"seed\":1}").statusCode(400);
        Faults.get().body("faults", hasSize(1)).body("faults[0].fault.kind", equalTo("LOCKED"));
    }

    @Test
    void there_is_a_limit_to_how_many_faults_there_are() {
        String thousandAndOne = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"kind\":\"DROP\",\"msn\":\"999999\"}")
                .collect(Collectors.joining(","));

        Faults.put("{\"faults\":[" + thousandAndOne + "]}")
                .statusCode(400)
                .body("message", containsString("sandbox.faults.limit"));
    }

    private static Map<String, Integer> statuses(List<String> references) {
        return references.stream().collect(Collectors.toMap(reference -> reference, reference -> API.get(reference)
                .extract()
                .statusCode()));
    }
}
