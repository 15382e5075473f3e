package dev.kvitt.operations.domain;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of a sale, from its commands and their results. */
final class Operations {

    /** A known outcome counts more than an unknown one, and what was done more than what was not. */
    private static final Comparator<OperationResult> WEIGHT = Comparator.comparing(
                    (OperationResult result) -> result.outcome() == Outcome.UNKNOWN ? 0 : 1)
            .thenComparing(result -> result.outcome() == Outcome.SUCCEEDED ? 1 : 0)
            .thenComparing(OperationResult::number);

    private Operations() {}

    static List<Operation> of(List<Heard> heard) {
        var commands = new TreeMap<String, PaymentCommand>();
        var results = new TreeMap<String, OperationResult>();
        for (var each : heard) {
            each.as(PaymentCommand.class)
                    .ifPresent(command ->
                            commands.putIfAbsent(command.operationId().value(), command));
            each.as(OperationResult.class)
                    .ifPresent(result -> results.merge(
                            result.operationId().value(),
                            result,
                            (one, two) -> WEIGHT.compare(two, one) > 0 ? two : one));
        }
        var ids = new TreeMap<String, OperationId>();
        commands.values().forEach(command -> ids.put(command.operationId().value(), command.operationId()));
        results.values().forEach(result -> ids.put(result.operationId().value(), result.operationId()));
        return ids.entrySet().stream()
                .map(id -> operation(id, commands.get(id.getKey()), results.get(id.getKey())))
                .toList();
    }

    private static Operation operation(
            Map.Entry<String, OperationId> id, PaymentCommand command, OperationResult result) {
        var amount = Optional.ofNullable(command).flatMap(Operations::amount);
        var known = result != null && result.outcome() != Outcome.UNKNOWN;
        return new Operation(
                id.getValue(),
                amount.map(Money::value).orElse(null),
                amount.map(Money::currency).orElse(null),
                command == null ? null : Usable.orNull(command.issuedAt()),
                result == null ? null : result.outcome(),
                result == null || result.refusal() == null
                        ? null
                        : result.refusal().code(),
                known ? result.at() : null);
    }

    static Optional<Money> amount(PaymentCommand command) {
        return switch (command) {
            case CreatePayment create -> Optional.of(create.amount());
            case CapturePayment capture -> Optional.of(capture.amount());
            case RefundPayment refund -> Optional.of(refund.amount());
            default -> Optional.empty();
        };
    }
}
