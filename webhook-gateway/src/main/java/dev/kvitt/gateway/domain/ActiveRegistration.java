package dev.kvitt.gateway.domain;

import dev.kvitt.events.Msn;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;

/**
 * What is needed to verify a webhook.
 *
 * @param msn whose payments or check-ins it tells of; nobody else's are believed under its secret
 * @param target host and path of the registered URL
 */
public record ActiveRegistration(Msn msn, Kind kind, WebhookTarget target, WebhookSecret secret) {

    /** Without the target, whose path is secret. */
    @Override
    public String toString() {
        return "ActiveRegistration[" + msn + ", " + kind + "]";
    }
}
