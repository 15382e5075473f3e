package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.CheckIn;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Notifier;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import jakarta.enterprise.context.ApplicationScoped;

/** Queues a delivery for every registration that asked for an event. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private final PendingDeliveries pending;
    private final WebhookBodies bodies;
    private final WebhookFaults faults;
    private final SandboxClock clock;

    WebhookNotifier(PendingDeliveries pending, WebhookBodies bodies, WebhookFaults faults, SandboxClock clock) {
        this.pending = pending;
        this.bodies = bodies;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void paymentEvent(MerchantState merchant, PaymentEvent event, StoredPayment after) {
        String reference = event.reference().value();
        tell(merchant, WebhookEventType.of(event.name()), reference, reference, bodies.of(event, after.payment()));
    }

    @Override
    public void checkedIn(MerchantState merchant, CheckIn checkIn) {
        // A lane of its own for each: only events of one payment hold each other back.
        String lane = checkIn.token().value();
        byte[] body = bodies.of(checkIn, merchant.msn());
        tell(merchant, WebhookEventType.USER_CHECKED_IN, lane, checkIn.merchantQrId(), body);
    }

    private void tell(MerchantState merchant, WebhookEventType type, String lane, String subject, byte[] body) {
        for (Registration registration : merchant.registrationsFor(type)) {
            for (int copy = 0; copy <= faults.duplicate(); copy++) {
                pending.add(new Delivery(
                        pending.nextNumber(),
                        merchant,
                        registration,
                        new Delivery.Lane(registration.id(), lane),
                        subject,
                        type.typeName(),
                        clock.realNow(),
                        body));
            }
        }
    }
}
