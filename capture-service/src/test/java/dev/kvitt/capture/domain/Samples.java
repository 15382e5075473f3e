package dev.kvitt.capture.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One sale at noon: 50.00 reserved, 30.00 captured. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Msn MSN = new Msn("123456");
    static final SaleId SALE = new SaleId("machine-7-0001");
    static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);
    static final UUID KEY = UUID.fromString("6d1a7b3c-0000-5000-8000-000000000001");
    static final Rules RULES = new Rules(Limits.DEFAULT, "test");
    static final Refusal SCAN_AGAIN = new Refusal("vipps-4050", "Scan again.", true);
    static final Refusal WRONG_STATE = new Refusal("vipps-6200", "Check the payment.", false);

    private static final Creation OURS = new Creation.Succeeded();

    private Samples() {}

    static CreatePayment createPayment() {
        return new CreatePayment(
                MSN,
                SALE,
                OperationId.of(REFERENCE, OperationId.Kind.CREATE, 1),
                NOON,
                nok(5000),
                Customer.sealed(Customer.Kind.CUSTOMER_TOKEN, new Sealed("a.b.c.d.e")),
                true,
                UserFlow.WEB_REDIRECT,
                "Vending machine purchase",
                NOON.plus(Duration.ofMinutes(2)),
                "machine-7",
                List.of(),
                null);
    }

    static CapturePayment capture() {
        return new CapturePayment(MSN, SALE, OperationId.of(REFERENCE, OperationId.Kind.CAPTURE, 1), NOON, nok(3000));
    }

    static CancelPayment cancel() {
        return new CancelPayment(MSN, SALE, OperationId.of(REFERENCE, OperationId.Kind.CANCEL, 1), NOON, false);
    }

    /** The second of this payment; the first was of the same amount. */
    static RefundPayment refund() {
        return new RefundPayment(MSN, SALE, OperationId.refund(REFERENCE, new UUID(0, 2)), NOON, nok(1000));
    }

    static Operation fresh(PaymentCommand command) {
        return fresh(command, OURS);
    }

    static Operation fresh(PaymentCommand command, Creation creation) {
        return operation(command, OperationStatus.NEW, NOON, Optional.empty(), creation, Set.of());
    }

    static Operation seenLate(PaymentCommand command) {
        var seen = NOON.plus(Duration.ofMinutes(6));
        return operation(command, OperationStatus.NEW, seen, Optional.empty(), OURS, Set.of());
    }

    static Operation inDoubt(PaymentCommand command) {
        return inDoubt(command, Set.of());
    }

    /** @param likeIt keys of others of its kind and amount that succeeded */
    static Operation inDoubt(PaymentCommand command, Set<String> likeIt) {
        return operation(command, OperationStatus.UNKNOWN, NOON, Optional.of(NOON), OURS, likeIt);
    }

    static Operation skipped(Operation operation, Instant at) {
        return new Operation(
                operation.command(),
                operation.idempotencyKey(),
                operation.status(),
                operation.resultNumber(),
                operation.seenAt(),
                operation.inDoubtSince(),
                operation.firstSentAt(),
                operation.lastSentAt(),
                operation.creation(),
                operation.likeIt(),
                Optional.of(at));
    }

    /** @param doubt when the only try was sent, whose outcome is not known */
    private static Operation operation(
            PaymentCommand command,
            OperationStatus status,
            Instant seenAt,
            Optional<Instant> doubt,
            Creation creation,
            Set<String> likeIt) {
        var told = status == OperationStatus.NEW ? 0 : 1;
        return new Operation(
                command, KEY, status, told, seenAt, doubt, doubt, doubt, creation, likeIt, Optional.empty());
    }

    static Situation at(Operation operation, Duration afterNoon) {
        return Situation.atStart(operation, NOON.plus(afterNoon), 1);
    }

    static Situation at(Operation operation) {
        return at(operation, Duration.ofSeconds(1));
    }

    static Situation answered(Operation operation, Answer answer) {
        var start = at(operation);
        return start.answered(operation.sent(operation.inDoubtSince(), start.now()), answer, start.now());
    }

    static Situation read(Situation before, Reading reading) {
        return before.read(reading, before.now());
    }

    static PaymentView view(PaymentState state, long authorized, long captured, long cancelled) {
        return view(state, new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(0)));
    }

    static PaymentView view(PaymentState state, Aggregate sums) {
        return new PaymentView(state, nok(5000), sums, "psp-1", null);
    }

    static Reading.Found found(PaymentView view, LogEntry... log) {
        return new Reading.Found(view, PaymentMark.of(createPayment(), "test"), List.of(log), Optional.empty());
    }

    static Reading.Found others(PaymentView view) {
        return new Reading.Found(view, Map.of("order", "4711"), List.of(), Optional.empty());
    }

    static LogEntry captured(Optional<String> key, long amount) {
        return new LogEntry("CAPTURED", nok(amount), key, true);
    }

    static LogEntry refunded(Optional<String> key, long amount) {
        return new LogEntry("REFUNDED", nok(amount), key, true);
    }

    static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
