package dev.kvitt.payment.simulation;

import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.domain.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything that one transaction of payment-service changes together, and a restore sets back together. */
final class Database {

    Sale sale = Sale.NEW;
    final Set<UUID> applied = new HashSet<>();
    final Map<Topic, Integer> read = new EnumMap<>(Topic.class);
    final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
    final List<Output.Say> outbox = new ArrayList<>();
    final List<Output.Ask> questions = new ArrayList<>();

    /** What waits for a person to unpark the sale, in the order of arrival. */
    final List<Message> held = new ArrayList<>();

    Database copy() {
        var copy = new Database();
        copy.sale = sale;
        copy.applied.addAll(applied);
        copy.read.putAll(read);
        copy.timers.putAll(timers);
        copy.outbox.addAll(outbox);
        copy.questions.addAll(questions);
        copy.held.addAll(held);
        return copy;
    }

    int read(Topic topic) {
        return read.getOrDefault(topic, 0);
    }
}
