package dev.kvitt.vipps.rules.webhook;

import dev.kvitt.vipps.rules.EventName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The event types a merchant of in-person payments can subscribe to. Others exist for other products. */
public enum WebhookEventType {
    PAYMENT_CREATED(EventName.CREATED),
    PAYMENT_AUTHORIZED(EventName.AUTHORIZED),
    PAYMENT_ABORTED(EventName.ABORTED),
    PAYMENT_EXPIRED(EventName.EXPIRED),
    PAYMENT_TERMINATED(EventName.TERMINATED),
    PAYMENT_CAPTURED(EventName.CAPTURED),
    PAYMENT_CANCELLED(EventName.CANCELLED),
    PAYMENT_REFUNDED(EventName.REFUNDED),
    USER_CHECKED_IN;

    /** Registrations of one sales unit per payment event type. */
    public static final int MAX_PAYMENT_REGISTRATIONS = 25;

    /** Registrations of one sales unit for check-ins. */
    public static final int MAX_CHECK_IN_REGISTRATIONS = 1;

    private final String typeName;
    private final int maxRegistrations;

    WebhookEventType(EventName name) {
        this.typeName = "epayments.payment." + name.name().toLowerCase(Locale.ROOT) + ".v1";
        this.maxRegistrations = MAX_PAYMENT_REGISTRATIONS;
    }

    WebhookEventType() {
        this.typeName = "user.checked-in.v1";
        this.maxRegistrations = MAX_CHECK_IN_REGISTRATIONS;
    }

    /** The name used in registrations. */
    public String typeName() {
        return typeName;
    }

    /** How many registrations of one sales unit may ask for this type. */
    public int maxRegistrations() {
        return maxRegistrations;
    }

    /** The type that tells of a payment's event. */
    public static WebhookEventType of(EventName name) {
        return valueOf("PAYMENT_" + name.name());
    }

    /** The type with this name, if it is one of these. */
    public static Optional<WebhookEventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .findFirst();
    }
}
