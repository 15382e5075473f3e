package dev.kvitt.vipps.client.webhooks;

/**
 * The name of a kind of event. Vipps has more than the constants here, and adds to them.
 *
 * @param value for example {@code epayments.payment.captured.v1}
 */
public record WebhookEventType(String value) {
    public static final WebhookEventType PAYMENT_CREATED = payment("created");
    public static final WebhookEventType PAYMENT_AUTHORIZED = payment("authorized");
    public static final WebhookEventType PAYMENT_ABORTED = payment("aborted");
    public static final WebhookEventType PAYMENT_EXPIRED = payment("expired");
    public static final WebhookEventType PAYMENT_TERMINATED = payment("terminated");
    public static final WebhookEventType PAYMENT_CAPTURED = payment("captured");
    public static final WebhookEventType PAYMENT_CANCELLED = payment("cancelled");
    public static final WebhookEventType PAYMENT_REFUNDED = payment("refunded");
    /** A customer scanned a callback QR. One registration of it is allowed for a sales unit. */
    public static final WebhookEventType USER_CHECKED_IN = new WebhookEventType("user.checked-in.v1");

    public WebhookEventType {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a webhook event type is not empty");
        }
    }

    private static WebhookEventType payment(String event) {
        return new WebhookEventType("epayments.payment." + event + ".v1");
    }

    @Override
    public String toString() {
        return value;
    }
}
