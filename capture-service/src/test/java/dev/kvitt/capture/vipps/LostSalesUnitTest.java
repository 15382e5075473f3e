package dev.kvitt.capture.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Creation;
import dev.kvitt.capture.domain.Limits;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.OperationStatus;
import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.domain.Situation;
import dev.kvitt.capture.domain.Step;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.SaleId;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A registry that has lost a sales unit whose sales are under way. */
class LostSalesUnitTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Msn MSN = new Msn("123456");
    private static final SaleId SALE = new SaleId("machine-7-0001");
    private static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);
    private static final Money AMOUNT = new Money(3000, Currency.NOK);

    @Test
    void what_has_begun_waits_for_its_sales_unit_and_is_never_given_up() {
        var nothing = new Registry("test", List.of(), List.of());
        try (var vipps = new VippsAccess(
                nothing, at(URI.create("http://127.0.0.1:1")), Duration.ofSeconds(30), "test", "1", () -> NOON)) {
            var writes = new Writes(new SalesUnits(nothing, vipps), null, null, null);
            for (var command : commands()) {
                var prepared = writes.prepare(begun(command));
                assertThat(prepared).isInstanceOf(Prepared.NotReady.class);
                assertThat(next(command, ((Prepared.NotReady) prepared).answer()))
                        .as(command.operationId().value())
                        .isInstanceOfSatisfying(Step.Wait.class, wait -> assertThat(wait.until())
                                .isEqualTo(NOON.plus(Writes.REGISTRY_AGAIN)));
            }
        }
    }

    private static VippsSettings at(URI url) {
        return new SmallRyeConfigBuilder()
                .withMapping(VippsSettings.class, "kvitt.vipps")
                .withDefaultValue("kvitt.vipps.base-url", url.toString())
                .build()
                .getConfigMapping(VippsSettings.class, "kvitt.vipps");
    }

    private static Step next(PaymentCommand command, Answer answer) {
        var begun = begun(command);
        return new Rules(Limits.DEFAULT, "test")
                .next(Situation.atStart(begun, NOON, 1).answered(begun, answer, NOON));
    }

    private static List<PaymentCommand> commands() {
        return List.of(
                new CapturePayment(MSN, SALE, operation(OperationId.Kind.CAPTURE), NOON, AMOUNT),
                new CancelPayment(MSN, SALE, operation(OperationId.Kind.CANCEL), NOON, false),
                new RefundPayment(MSN, SALE, OperationId.refund(REFERENCE, UUID.randomUUID()), NOON, AMOUNT));
    }

    private static OperationId operation(OperationId.Kind kind) {
        return OperationId.of(REFERENCE, kind, 1);
    }

    private static Operation begun(PaymentCommand command) {
        return new Operation(
                command,
                UUID.fromString("6d1a7b3c-0000-5000-8000-000000000001"),
                OperationStatus.NEW,
                0,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Creation.Succeeded(),
                Set.of(),
                Optional.empty());
    }
}
