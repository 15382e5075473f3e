package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.CheckIn;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Notifier;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queues a delivery for every registration that asked for an event. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private final PendingDeliveries pending;
    private final WebhookBodies bodies;
    private final SandboxClock clock;
    private final boolean failedEventsSent;

    WebhookNotifier(PendingDeliveries pending, WebhookBodies bodies, SandboxClock clock, SandboxConfig config) {
        this.pending = pending;
        this.bodies = bodies;
        this.clock = clock;
        this.failedEventsSent = config.rules().switches().specialAmounts().sendFailedEvent();
    }

    @Override
    public void paymentEvent(MerchantState merchant, PaymentEvent event, StoredPayment after) {
        if (!event.success() && !failedEventsSent) {
            return;
        }
        String reference = event.reference().value();
        String cause = event.idempotencyKey().map(IdempotencyKey::value).orElse("");
        byte[] body = bodies.of(event, after.payment());
        tell(merchant, WebhookEventType.of(event.name()), reference, reference, cause, body);
    }

    @Override
    public void checkedIn(MerchantState merchant, CheckIn checkIn) {
        // A lane of its own for each: only events of one payment hold each other back.
        String lane = checkIn.token().value();
        byte[] body = bodies.of(checkIn, merchant.msn());
        tell(merchant, WebhookEventType.USER_CHECKED_IN, lane, checkIn.merchantQrId(), "", body);
    }

    private void tell(
            MerchantState merchant, WebhookEventType type, String lane, String subject, String cause, byte[] body) {
        for (Registration registration : merchant.registrationsFor(type)) {
            pending.add(new Delivery(
                    pending.nextNumber(),
                    merchant,
                    registration,
                    new Delivery.Lane(registration.id(), lane),
                    subject,
                    type.typeName(),
                    cause,
                    clock.realNow(),
                    clock.now(),
                    List.of(),
                    body));
        }
    }
}
