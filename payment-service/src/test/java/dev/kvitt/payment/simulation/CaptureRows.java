package dev.kvitt.payment.simulation;

import dev.kvitt.capture.domain.Creation;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.OperationStatus;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** capture-service's database: its operations, oldest first, and what people have given up. */
final class CaptureRows {

    /** Vipps takes so many writes on a payment in a minute. */
    private static final int WRITES = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, CaptureRow> rows = new LinkedHashMap<>();
    private final Map<String, Skipped> skipped = new LinkedHashMap<>();

    /** How far each topic was read. */
    int commandsRead;

    int wordsRead;

    private record Skipped(Instant writtenAt, Instant forIssuedUntil) {}

    CaptureRows copy() {
        var copy = new CaptureRows();
        copy.rows.putAll(rows);
        copy.skipped.putAll(skipped);
        copy.commandsRead = commandsRead;
        copy.wordsRead = wordsRead;
        return copy;
    }

    Optional<CaptureRow> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    void insert(PaymentCommand command, Instant now) {
        var id = command.operationId().value();
        var given = Optional.ofNullable(skipped.get(id))
                .filter(word -> !command.issuedAt().isAfter(word.forIssuedUntil()))
                .map(Skipped::writtenAt);
        rows.put(id, CaptureRow.of(command, now, given.orElse(null)));
    }

    void put(CaptureRow row) {
        rows.put(row.command().operationId().value(), row);
    }

    void skip(String id, Instant writtenAt, Instant forIssuedUntil) {
        skipped.put(id, new Skipped(writtenAt, forIssuedUntil));
        find(id).ifPresent(row -> put(row.skipped(writtenAt)));
    }

    /** One operation of a sale at a time, in the order of its commands. */
    Optional<CaptureRow> oldestOpen() {
        return rows.values().stream().filter(row -> !row.status().isFinal()).findFirst();
    }

    Operation operation(CaptureRow row) {
        var likeIt = rows.values().stream()
                .filter(other -> !other.equals(row) && other.status() == OperationStatus.SUCCEEDED)
                .filter(other ->
                        other.command().reference().equals(row.command().reference())
                                && kindAndAmount(other.command()).equals(kindAndAmount(row.command())))
                .map(other -> VippsDoor.key(other.command()))
                .collect(Collectors.toSet());
        return row.operation(creation(row), likeIt);
    }

    private Creation creation(CaptureRow row) {
        var create = rows.get(row.command().reference() + "/create/1");
        if (create == null) {
            return new Creation.Forgotten();
        }
        return create.status() == OperationStatus.SUCCEEDED
                ? new Creation.Succeeded()
                : new Creation.Asked((CreatePayment) create.command());
    }

    private static String kindAndAmount(PaymentCommand command) {
        Money amount =
                switch (command) {
                    case CapturePayment capture -> capture.amount();
                    case RefundPayment refund -> refund.amount();
                    default -> null;
                };
        return command.operationId().kind() + " " + amount;
    }

    /** When the payment may be written to again; empty for now. */
    Optional<Instant> roomAt(CaptureRow row, Instant now) {
        var recent = rows.values().stream()
                .filter(other ->
                        other.command().reference().equals(row.command().reference()))
                .flatMap(other -> other.sends().stream())
                .filter(sent -> sent.isAfter(now.minus(WINDOW)))
                .sorted()
                .toList();
        return recent.size() < WRITES
                ? Optional.empty()
                : Optional.of(recent.get(recent.size() - WRITES).plus(WINDOW));
    }
}
