package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.TimeLimits;
import java.time.Instant;
import java.util.Set;

/**
 * What a customer shared with a sales unit when approving a payment.
 *
 * @param sub names the customer to this sales unit only
 * @param scopes by the names of {@code profile.scope}
 */
public record Consent(String sub, Msisdn customer, Set<String> scopes, Instant at) {

    public Consent {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it is over: {@link TimeLimits#USERINFO} after it was given. */
    boolean isOver(Instant now) {
        return isOver(at, now);
    }

    static boolean isOver(Instant at, Instant now) {
        return !now.isBefore(at.plus(TimeLimits.USERINFO));
    }

    @Override
    public String toString() {
        return "Consent[hidden]";
    }
}
