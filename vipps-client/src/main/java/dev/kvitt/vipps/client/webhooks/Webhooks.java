package dev.kvitt.vipps.client.webhooks;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import java.util.List;
import java.util.Set;

/**
 * Registrations of webhooks. They cannot be changed, only made and deleted. Vipps allows 25 for one event type and sales unit, but only one
 * for check-ins.
 */
public interface Webhooks {
    /**
     * Registers a URL. The answer's secret is shown this once.
     *
     * <p>There is no idempotency key: after {@code Unknown} the secret is lost, so find the registration with {@link #list()}, delete it and
     * register again.
     *
     * @param events at least one
     */
    Outcome<NewRegistration> register(WebhookUrl url, Set<WebhookEventType> events);

    /** All registrations of the sales unit, other systems' among them. */
    Outcome<List<Registration>> list();

    /** Deletes a registration. One that is gone already is {@code Refused} with 404. */
    Outcome<NoContent> delete(RegistrationId id);
}
