package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The build refuses a change of the contract that breaks tills or recorded messages. See the README for how a compatible
 * change is recorded.
 */
class ContractBaselineTest {

    private static final Contract CURRENT = Contract.in(Schemas.FOLDER);

    @BeforeAll
    static void recordWhenAskedAndCompatible() {
        if (Baseline.ASKED_TO_RECORD && breaks().isEmpty()) {
            Baseline.RECORDED.record(CURRENT, AsyncApi.read());
        }
    }

    @Test
    void theContractBreaksNothingThatWasRecorded() {
        assertThat(breaks())
                .as("changes that need a new version of the type (v2) beside the old one")
                .isEmpty();
    }

    @Test
    void theContractIsRecordedAsItIs() {
        assertThat(Baseline.RECORDED.contract())
                .as("the contract was changed compatibly; record it with -Dkvitt.record-baseline=true")
                .isEqualTo(CURRENT);
    }

    @Test
    void everyTypeHasARecordedMessage() {
        assertThat(recordedMessages().map(message -> message.headers().get("ce_type")))
                .contains(Stream.of(EventType.values()).map(EventType::typeName).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("recordedMessages")
    void everyMessageThatWasRecordedIsStillReadAndStillFitsItsSchema(Baseline.Message message) {
        var event = EventCodec.read(message.headers(), Schemas.bytes(message.value()));

        assertThat(event.id()).hasToString(message.headers().get("ce_id"));
        assertThat(event.key()).isEqualTo(message.headers().get("ce_subject"));
        assertThat(Schemas.of(event.type()).validate(message.value())).isEmpty();
    }

    @Test
    void recordingTwiceAddsNothingAndKeepsOldMessages(@TempDir Path folder) {
        var baseline = new Baseline(folder);

        baseline.record(CURRENT, AsyncApi.read());
        var once = baseline.messages();
        baseline.record(CURRENT, AsyncApi.read());

        assertThat(baseline.messages()).isEqualTo(once).hasSize(EventType.values().length);
        assertThat(baseline.contract()).isEqualTo(CURRENT);
    }

    @Test
    void aMessageOfAnEarlierVersionStaysWhenTheExampleHasChangedSince(@TempDir Path folder) {
        var baseline = new Baseline(folder);
        baseline.record(CURRENT, AsyncApi.read());
        var file = folder.resolve("messages").resolve(EventType.SALE_CANCELLED.typeName() + "-1.json");
        ObjectNode earlier = Schemas.read(file).deepCopy();
        ((ObjectNode) earlier.path("value")).put("requestId", "of-an-earlier-version");
        Schemas.write(file, earlier);

        baseline.record(CURRENT, AsyncApi.read());

        assertThat(baseline.messages())
                .hasSize(EventType.values().length + 1)
                .anyMatch(message -> message.value().path("requestId").asText().equals("of-an-earlier-version"))
                .anyMatch(message -> message.value().equals(Schemas.example(EventType.SALE_CANCELLED)));
    }

    static Stream<Baseline.Message> recordedMessages() {
        return Baseline.RECORDED.messages().stream();
    }

    private static List<String> breaks() {
        return Baseline.RECORDED.contract().brokenBy(CURRENT);
    }
}
