package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** What is to be done when, by the sandbox's clock; beside the payments' own deadlines. Nobody waits on a timer of its own. */
@ApplicationScoped
public class Agenda {

    private record Item(Instant at, long order, Runnable work) {}

    private final ConcurrentSkipListSet<Item> soonestFirst =
            new ConcurrentSkipListSet<>(Comparator.comparing(Item::at).thenComparing(Item::order));
    private final AtomicLong order = new AtomicLong();

    /** @param work must not wait */
    public void add(Instant at, Runnable work) {
        soonestFirst.add(new Item(at, order.incrementAndGet(), work));
    }

    Optional<Instant> next() {
        return soonestFirst.stream().findFirst().map(Item::at);
    }

    /** Does the first item; called by one thread at a time. */
    void doFirst() {
        Optional.ofNullable(soonestFirst.pollFirst())
                .ifPresent(item -> item.work().run());
    }
}
