package dev.kvitt.capture.domain;

import dev.kvitt.events.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what one operation has done in a payment's event log. */
final class LogOf {

    private LogOf() {}

    /**
     * By its key. Vipps may leave keys out, so an entry of this amount without one is taken for ours as well, unless
     * another operation of ours that succeeded has to be it: rather not done than done twice.
     */
    static boolean shows(Operation operation, String name, Money amount, List<LogEntry> log) {
        var done = log.stream()
                .filter(entry -> entry.success() && entry.name().equals(name))
                .toList();
        var keys = done.stream()
                .map(LogEntry::idempotencyKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var nameless = done.stream()
                .filter(entry ->
                        entry.idempotencyKey().isEmpty() && entry.amount().equals(amount))
                .count();
        var taken =
                operation.likeIt().stream().filter(key -> !keys.contains(key)).count();
        return keys.contains(operation.idempotencyKey().toString()) || nameless > taken;
    }

    /** @param shown what the sums say of all such entries together */
    static boolean isBehind(Reading.Found found, String name, Money shown) {
        var logged = found.log().stream()
                .filter(entry -> entry.success() && entry.name().equals(name))
                .mapToLong(entry -> entry.amount().value())
                .sum();
        return logged < shown.value();
    }
}
