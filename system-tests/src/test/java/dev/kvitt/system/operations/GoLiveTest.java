package dev.kvitt.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.ChecklistFlow;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.system.StackUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** H5: Vipps' go-live checklist is run on the packaged services, and its report can be handed in. */
class GoLiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Operations operations = new Operations(StackUnderTest.stack());

    @Test
    void one_sale_of_each_kind_meets_every_line_that_a_ledger_can_show() {
        var sold = new ChecklistFlow()
                .run(Addresses.of(StackUnderTest.stack()), new Progress(System.out, Clock.systemUTC()));
        assertThat(sold).as("nothing is left reserved").isTrue();

        var list = new AtomicReference<JsonNode>();
        StackUnderTest.waitFor(
                () -> {
                    list.set(made());
                    return list.get().get("notMet").asInt() == 0;
                },
                PATIENCE,
                () -> "not met: " + notMet(list.get()));

        assertThat(list.get().get("met").asInt()).isGreaterThan(20);
        var report = operations.get("checklists/" + list.get().get("id").asText(), "text/markdown");
        System.out.println(report);
        assertThat(report).contains("sandbox", " 0 not met", "till-1-").doesNotContain("**not met**");
    }

    private static List<String> notMet(JsonNode list) {
        return list.get("items")
                .valueStream()
                .filter(item -> item.get("outcome").asText().equals("not-met"))
                .map(item -> item.get("id").asText() + " (" + item.get("detail").asText() + ") " + item.get("examples"))
                .toList();
    }

    private JsonNode made() {
        return operations.post("checklists", Map.of("msn", Shop.MSN.value()));
    }
}
