package dev.kvitt.payment.messaging;

import dev.kvitt.events.Currency;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.payment.domain.Phase;
import dev.kvitt.payment.store.OpenSales;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Open sales, what they hold of customers' money, and how much of that somebody is to look at. */
@Singleton
class SaleGauges {

    /** Reads each open sale: worth it as often as somebody usually asks, not more. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DatabaseGauges<OpenSales> gauges;

    SaleGauges(Transactions transactions) {
        this.gauges = new DatabaseGauges<>(transactions, FRESH, OpenSales::read);
    }

    void begin(@Observes StartupEvent event, MeterRegistry registry) {
        Stream.of(Phase.values())
                .filter(phase -> phase.isOpen() && phase != Phase.ASKING)
                .forEach(phase -> gauges.gauge(
                        registry,
                        "kvitt.sales.open",
                        Tags.of("stage", phase.word()),
                        "Open sales",
                        sales -> sales.in(phase)));
        SaleCounts.ALARMS.forEach(why -> gauges.gauge(
                registry,
                "kvitt.sales.at.risk",
                Tags.of("why", why),
                "Open sales with reserved money that an alarm was raised for",
                sales -> sales.atRisk(why)));
        Stream.of(Currency.values()).forEach(currency -> money(registry, currency));
    }

    private void money(MeterRegistry registry, Currency currency) {
        var tags = Tags.of("currency", currency.name());
        gauges.gauge(
                registry,
                "kvitt.reserved.minor.units",
                tags,
                "Reserved, neither captured nor given back",
                sales -> sales.reserved(currency));
        gauges.gauge(
                registry,
                "kvitt.at.risk.minor.units",
                tags,
                "Of that, what an alarm was raised for",
                sales -> sales.reservedAtRisk(currency));
    }
}
