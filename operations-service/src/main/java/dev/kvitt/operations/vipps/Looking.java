package dev.kvitt.operations.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.operations.domain.reconcile.MoneyFact;
import dev.kvitt.operations.domain.reconcile.Movement;
import dev.kvitt.operations.domain.reconcile.Sums;
import dev.kvitt.operations.domain.reconcile.VippsView;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.epayment.Aggregate;
import dev.kvitt.vipps.client.epayment.EPayment;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.epayment.PaymentEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Asks Vipps what became of one payment: two reads, of the payment and of its event log. */
@Singleton
public class Looking {
    private static final Logger LOG = Logger.getLogger(Looking.class);

    /** In the metadata of every payment that this installation made. */
    private static final String INSTALLATION = "kvittInstallation";

    private final VippsAccess vipps;
    private final Registry registry;
    private final InstantSource clock;

    Looking(VippsAccess vipps, Registry registry, InstantSource clock) {
        this.vipps = vipps;
        this.registry = registry;
        this.clock = clock;
    }

    /** Empty while Vipps does not say. */
    public Optional<VippsView> at(String msn, String reference) {
        try {
            var unit = new Msn(msn);
            if (vipps.isHeldBack(unit)) {
                return Optional.empty();
            }
            return vipps.of(unit).map(VippsApi::epayment).flatMap(payments -> at(payments, msn, reference));
        } catch (IllegalArgumentException e) {
            LOG.debugf("%s is no reference of a payment at Vipps", reference);
            return Optional.empty();
        }
    }

    private Optional<VippsView> at(EPayment payments, String msn, String reference) {
        Instant now = clock.instant();
        return switch (payments.get(new Reference(reference))) {
            case Outcome.Done<PaymentAnswer>(PaymentAnswer payment) ->
                switch (payments.events(new Reference(reference))) {
                    case Outcome.Done<List<PaymentEvent>>(List<PaymentEvent> events) ->
                        Optional.of(view(msn, now, payment, events));
                    default -> Optional.empty();
                };
            case Outcome.Refused<PaymentAnswer>(VippsError error)
            when error.isNotFound() -> Optional.of(absent(msn, reference, now));
            default -> Optional.empty();
        };
    }

    private VippsView view(String msn, Instant now, PaymentAnswer payment, List<PaymentEvent> events) {
        Aggregate aggregate = payment.aggregate();
        Instant last = events.stream()
                .map(PaymentEvent::timestamp)
                .max(Instant::compareTo)
                .orElse(now);
        return new VippsView(
                msn,
                payment.reference().value(),
                now,
                last,
                true,
                registry.installation().equals(payment.metadata().get(INSTALLATION)),
                new Sums(
                        payment.amount().currency().name(),
                        aggregate.authorized().value(),
                        aggregate.captured().value(),
                        aggregate.cancelled().value(),
                        aggregate.refunded().value()),
                events.stream().flatMap(Looking::fact).toList());
    }

    private static Stream<MoneyFact> fact(PaymentEvent event) {
        if (!event.success()) {
            return Stream.empty();
        }
        return switch (event.name()) {
            case CAPTURED -> Stream.of(fact(Movement.CAPTURE, event));
            case REFUNDED -> Stream.of(fact(Movement.REFUND, event));
            case CREATED, AUTHORIZED, ABORTED, EXPIRED, TERMINATED, CANCELLED, UNKNOWN -> Stream.empty();
        };
    }

    private static MoneyFact fact(Movement movement, PaymentEvent event) {
        return new MoneyFact(
                movement, event.pspReference().value(), event.amount().value(), event.timestamp());
    }

    private static VippsView absent(String msn, String reference, Instant now) {
        return new VippsView(msn, reference, now, now, false, false, new Sums("", 0, 0, 0, 0), List.of());
    }
}
