package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.tracing.Traceparent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** Whatever a service logs about a sale says which sale and which trace, in messages, timers and tasks alike. */
class LogContextTest extends ServiceTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-b7ad6b7169203331-01";

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void messages_timers_and_tasks_name_their_sale_and_its_trace() {
        handler.on("r1", (entity, effects) -> {
            note("message");
            effects.timer("late", effects.now());
            effects.task("call", "{}", effects.now());
        });
        handler.on("timer:late", (entity, effects) -> note("timer"));
        Broker.send(sale(1).confirmed("r1"), Map.of(Traceparent.HEADER, TRACEPARENT));
        start(task -> {
            note("task");
            return Completion.done((entity, effects) -> note("outcome"));
        });

        var about = " " + sale(1).key() + " " + TRACE_ID;
        Eventually.see(() -> assertThat(seen)
                .containsExactlyInAnyOrder("message" + about, "timer" + about, "task" + about, "outcome" + about));
        nothingLeftToSend();
        assertThat(messages(Topics.RECEIPT_EVENTS))
                .filteredOn(message -> Broker.event(message).key().equals(sale(1).key()))
                .as("what is said goes on in the same trace")
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(Broker.headers(message)).containsEntry(Traceparent.HEADER, TRACEPARENT));
    }

    @Test
    void the_line_about_parking_names_the_sales_own_trace_whatever_trace_its_message_has() {
        Broker.send(sale(2).confirmed("r1"), Map.of(Traceparent.HEADER, TRACEPARENT));
        handler.on("r2", (entity, effects) -> {
            throw new IllegalStateException("broken");
        });
        handler.whenParked((entity, effects) -> note("parked"));
        var other = TRACEPARENT.replace('a', 'b');
        Broker.send(sale(2).confirmed("r2"), Map.of(Traceparent.HEADER, other));
        start();

        Eventually.see(() -> assertThat(seen).containsExactly("parked " + sale(2).key() + " " + TRACE_ID));
    }

    @Test
    void what_was_said_before_is_said_again_afterwards() {
        var outer = LogContext.of("123456/outer", Optional.of(TRACEPARENT));
        var inner = LogContext.of("123456/inner", Optional.of("no trace"));
        assertThat(MDC.get(LogContext.KEY)).isEqualTo("123456/inner");
        assertThat(MDC.get(LogContext.TRACE)).isNull();
        inner.end();
        assertThat(MDC.get(LogContext.KEY)).isEqualTo("123456/outer");
        assertThat(MDC.get(LogContext.TRACE)).isEqualTo(TRACE_ID);
        outer.end();
        assertThat(MDC.get(LogContext.KEY)).isNull();
        assertThat(MDC.get(LogContext.TRACE)).isNull();
    }

    private void note(String where) {
        seen.add(where + " " + MDC.get(LogContext.KEY) + " " + MDC.get(LogContext.TRACE));
    }
}
