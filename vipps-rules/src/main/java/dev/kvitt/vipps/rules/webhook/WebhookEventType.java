package dev.kvitt.vipps.rules.webhook;

import dev.kvitt.vipps.rules.EventName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The event types a merchant can subscribe to. Those of recurring payments and logins never happen here, but a merchant
 * may register for them. Names of {@code donations} events are not published, so they are unknown.
 */
public enum WebhookEventType {
    PAYMENT_CREATED(EventName.CREATED),
    PAYMENT_AUTHORIZED(EventName.AUTHORIZED),
    PAYMENT_ABORTED(EventName.ABORTED),
    PAYMENT_EXPIRED(EventName.EXPIRED),
    PAYMENT_TERMINATED(EventName.TERMINATED),
    PAYMENT_CAPTURED(EventName.CAPTURED),
    PAYMENT_CANCELLED(EventName.CANCELLED),
    PAYMENT_REFUNDED(EventName.REFUNDED),
    USER_CHECKED_IN,
    AGREEMENT_ACTIVATED("recurring.agreement-activated.v1"),
    AGREEMENT_REJECTED("recurring.agreement-rejected.v1"),
    AGREEMENT_STOPPED("recurring.agreement-stopped.v1"),
    AGREEMENT_EXPIRED("recurring.agreement-expired.v1"),
    CHARGE_RESERVED("recurring.charge-reserved.v1"),
    CHARGE_CAPTURED("recurring.charge-captured.v1"),
    CHARGE_CANCELED("recurring.charge-canceled.v1"),
    CHARGE_REFUNDED("recurring.charge-refunded.v1"),
    CHARGE_FAILED("recurring.charge-failed.v1"),
    CHARGE_CREATION_FAILED("recurring.charge-creation-failed.v1"),
    LOGIN_PING("login.merchant-initiated.ping.v1");

    /** Registrations of one sales unit per event type, but for check-ins. */
    public static final int MAX_REGISTRATIONS = 25;

    /** Registrations of one sales unit for check-ins. */
    public static final int MAX_CHECK_IN_REGISTRATIONS = 1;

    private static final String PAYMENT_START = "epayments.payment.";

    private final String typeName;
    private final int maxRegistrations;

    WebhookEventType(EventName name) {
        this.typeName = PAYMENT_START + name.name().toLowerCase(Locale.ROOT) + ".v1";
        this.maxRegistrations = MAX_REGISTRATIONS;
    }

    WebhookEventType(String typeName) {
        this.typeName = typeName;
        this.maxRegistrations = MAX_REGISTRATIONS;
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

    /** Whether it tells of an event of an ePayment payment. */
    public boolean isOfPayments() {
        return typeName.startsWith(PAYMENT_START);
    }

    /** The type with this name, if it is one of these. */
    public static Optional<WebhookEventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .findFirst();
    }
}
