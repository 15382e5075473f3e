package dev.kvitt.vipps.client.webhooks;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import java.util.List;
import java.util.Set;

/**
 * Registrations of webhooks (Webhooks API). They cannot be changed, only made and deleted. Vipps allows 25 for one event type and sales unit,
 * but only one for check-ins, and deletes those whose URL has not answered for two weeks. Refusals of all calls: 400 (URL, event types, too
 * many), 401 and 403 (keys).
 */
public interface Webhooks {
    /**
     * Registers a URL (201). The answer's secret is shown this once.
     *
     * <p>There is no idempotency key: after {@code Unknown} the secret is lost, so find the registration with {@link #list()}, delete it and
     * register again.
     *
     * @param events at least one
     */
    Outcome<NewRegistration> register(WebhookUrl url, Set<WebhookEventType> events);

    /** All registrations of the sales unit (200), other systems' among them, without their secrets. */
    Outcome<List<Registration>> list();

    /** Deletes a registration (204). One that is gone already is {@code Refused} with 404. */
    Outcome<NoContent> delete(RegistrationId id);
}
