package dev.kvitt.operations.messaging;

import dev.kvitt.events.Currency;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.operations.Windows;
import dev.kvitt.operations.domain.Why;
import dev.kvitt.operations.store.Deadline;
import dev.kvitt.operations.store.Deadlines;
import dev.kvitt.operations.store.LedgerTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;

/** What stands on the deadline board, to be called before it is late. */
@Singleton
class DeadlineGauges {

    /** Reads each open reservation: worth it as often as somebody usually asks, not more. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final DatabaseGauges<Deadlines.Sums> gauges;

    DeadlineGauges(LedgerTransactions ledger, Deadlines deadlines, Windows windows, InstantSource clock) {
        this.gauges = new DatabaseGauges<>(
                ledger.reading(), FRESH, connection -> deadlines.sums(connection, windows.all(), clock.instant()));
    }

    void begin(@Observes StartupEvent event, MeterRegistry registry) {
        for (var why : Why.values()) {
            gauges.gauge(
                    registry,
                    "kvitt.deadlines.sales",
                    Tags.of("why", why.word()),
                    "Payments and sales on the deadline board",
                    sums -> of(sums.board(), why, null, Deadline.Total::count));
            for (var currency : Currency.values()) {
                gauges.gauge(
                        registry,
                        "kvitt.deadlines.minor.units",
                        Tags.of("why", why.word(), "currency", currency.name()),
                        "Money on the deadline board",
                        sums -> of(sums.board(), why, currency, Deadline.Total::money));
            }
        }
        for (var currency : Currency.values()) {
            gauges.gauge(
                    registry,
                    "kvitt.deadlines.near.minor.units",
                    Tags.of("currency", currency.name()),
                    "Reserved money whose guarantee or market deadline is past or within a day",
                    sums -> of(sums.near(), Why.RESERVED, currency, Deadline.Total::money));
        }
    }

    private static double of(
            List<Deadline.Total> totals, Why why, Currency currency, ToLongFunction<Deadline.Total> value) {
        return totals.stream()
                .filter(total -> total.why().equals(why.word()))
                .filter(total -> currency == null || currency.name().equals(total.currency()))
                .mapToLong(value)
                .sum();
    }
}
