package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Remembrance;
import dev.kvitt.checkin.store.Customers;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.checkin.vipps.CustomerNumbers.Found;
import dev.kvitt.checkin.vipps.SharedNumbers;
import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleContext;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.registry.Merchant;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has the number of a customer kept who agreed to it with a payment, and says by which id they are known from then on. */
@Singleton
public class Remembering {

    static final String TASK = "remember-customer";

    /** For 168 hours Vipps gives what a customer has shared (Userinfo API). */
    static final Duration SHARED_FOR = Duration.ofDays(7);

    /** Before the next question; twice as long each time. At most six a minute, this service's share of reads (ReadShare). */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(Remembering.class);

    private final Registry registry;
    private final Customers customers;
    private final SharedNumbers numbers;
    private final InstantSource clock;

    Remembering(Registry registry, Customers customers, SharedNumbers numbers, InstantSource clock) {
        this.registry = registry;
        this.customers = customers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** A number to ask for, as it stands in its task. */
    record Agreed(SaleContext sale, PaymentReference reference) {}

    boolean wants(Event<?> event) {
        return purpose(event).isPresent();
    }

    private static Optional<String> purpose(Event<?> event) {
        return switch (event.data()) {
            case PaymentAuthorized authorized -> Optional.ofNullable(authorized.remember());
            case PaymentCaptured captured -> Optional.ofNullable(captured.remember());
            default -> Optional.empty();
        };
    }

    void heard(Event<?> event, Effects effects) {
        purpose(event).ifPresent(purpose -> {
            switch (event.data()) {
                case PaymentAuthorized paid -> ask(event, purpose, paid.sale(), paid.reference(), effects);
                case PaymentCaptured paid -> ask(event, purpose, paid.sale(), paid.reference(), effects);
                default -> throw new IllegalStateException("only who has paid is remembered");
            }
        });
    }

    private void ask(Event<?> event, String purpose, SaleContext sale, PaymentReference reference, Effects effects) {
        var merchant = registry.merchant(sale.msn()).map(Merchant::id);
        try {
            if (merchant.isPresent()
                    && customers.agreed(effects.connection(), sale.key(), merchant.get(), purpose, event.time())) {
                effects.task(TASK, StateJson.write(new Agreed(sale, reference)), effects.now());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    Completion run(Task task) {
        var agreed = StateJson.read(task.body(), Agreed.class);
        var merchant = registry.merchant(agreed.sale().msn()).map(Merchant::id);
        return switch (numbers.of(agreed.sale().msn(), agreed.reference())) {
            case Found.Msisdn(var number) when merchant.isPresent() -> keep(agreed.sale(), merchant.get(), number);
            case Found.Msisdn _, Found.Nobody _, Found.NotNow _ -> later(task, agreed);
        };
    }

    private Completion keep(SaleContext sale, String merchant, String number) {
        return Completion.done((entity, effects) -> customers
                .remember(effects.connection(), merchant, sale.key(), number)
                .ifPresent(kept -> {
                    ScanCounts.remembered(ScanCounts.Remembered.KEPT, effects);
                    effects.send(Remembrance.of(sale, kept.customerId(), kept.until(), effects.now()));
                    LOG.infof(
                            "AUDIT customer %s of merchant %s remembered with %s",
                            kept.customerId(), merchant, sale.key());
                }));
    }

    private Completion later(Task task, Agreed agreed) {
        var now = clock.instant();
        if (now.isBefore(task.firstTried().plus(SHARED_FOR))) {
            var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(task.tries() - 1, 20));
            return Completion.again(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        }
        LOG.warnf(
                "The customer of %s agreed to be remembered, and Vipps has not told their number for %d days; they are not."
                        + " Their money is not concerned.",
                agreed.sale().key(), SHARED_FOR.toDays());
        return Completion.done((entity, effects) -> ScanCounts.remembered(ScanCounts.Remembered.NOT_TOLD, effects));
    }
}
