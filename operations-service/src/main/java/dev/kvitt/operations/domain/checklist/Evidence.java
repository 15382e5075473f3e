package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What there is to judge a sales unit by.
 *
 * @param sales in any order
 * @param log what came of reading the event log of one of the payments; absent when there was none to read
 * @param now when it is judged
 */
public record Evidence(List<Sale> sales, Optional<LogReading> log, Instant now) {

    /** The messages that tell what the list asks for. */
    public static final List<EventType> TYPES = List.of(
            EventType.CREATE_PAYMENT,
            EventType.OPERATION_RESULT,
            EventType.PAYMENT_HAPPENED,
            EventType.PAYMENT_OBSERVED,
            EventType.PAYMENT_FAILED,
            EventType.REQUEST_REFUSED,
            EventType.RECEIPT_POSTED);

    /** What is handed in may be a month old; what is older is no example, also of a sale of which something was heard since. */
    public static final Duration AGE = Duration.ofDays(30);

    private static final int EXAMPLES = 3;

    /**
     * @param reference of the payment that was asked for
     * @param problem why it could not be read, without anything about a customer; absent when it was
     * @param events how many it has
     */
    public record LogReading(String reference, Instant at, Optional<String> problem, int events) {}

    /** What was found, and how often. */
    record Found(List<Example> latest, int count) {

        boolean some() {
            return count > 0;
        }
    }

    /**
     * Before an event log was read.
     *
     * @param messages of each sale, by its name, in any order
     */
    public static Evidence of(Map<String, ? extends Collection<Event<?>>> messages, Instant now) {
        var sales = messages.entrySet().stream()
                .map(entry -> SaleReader.read(entry.getKey(), entry.getValue()))
                .toList();
        return new Evidence(sales, Optional.empty(), now);
    }

    public Evidence with(Optional<LogReading> reading) {
        return new Evidence(sales, reading, now);
    }

    /** A payment that was created, of which to read the event log: the latest with money; empty when there is none. */
    public Optional<String> toRead() {
        return payments()
                .filter(payment -> payment.captured() > 0)
                .max(Comparator.comparing(Payment::at))
                .map(payment -> payment.reference().value());
    }

    Stream<Payment> payments() {
        return sales.stream().flatMap(sale -> sale.payments().stream());
    }

    /** Of payments. */
    Found find(Function<Payment, Optional<Example>> wanted) {
        return found(payments().map(wanted).flatMap(Optional::stream));
    }

    Found found(Stream<Example> examples) {
        var since = now.minus(AGE);
        var all = examples.filter(example -> !example.at().isBefore(since))
                .sorted(Comparator.comparing(Example::at).reversed())
                .toList();
        return new Found(all.stream().limit(EXAMPLES).toList(), all.size());
    }
}
