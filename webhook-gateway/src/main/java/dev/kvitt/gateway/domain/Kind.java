package dev.kvitt.gateway.domain;

import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a registration is for. Check-ins have a registration of their own because their body does not say what it is
 * (contract of {@code user.checked-in.v1}), so the path must.
 */
public enum Kind {
    PAYMENTS,
    CHECK_INS;

    /** What Vipps is asked to tell. */
    public Set<WebhookEventType> events() {
        return switch (this) {
            case PAYMENTS ->
                Arrays.stream(WebhookEventType.values())
                        .filter(WebhookEventType::isOfPayments)
                        .collect(Collectors.toUnmodifiableSet());
            case CHECK_INS -> Set.of(WebhookEventType.USER_CHECKED_IN);
        };
    }

    /** Whether Vipps lets a second registration of this kind stand beside the first: not for check-ins, where one is allowed. */
    public boolean mayOverlap() {
        return this == PAYMENTS;
    }
}
