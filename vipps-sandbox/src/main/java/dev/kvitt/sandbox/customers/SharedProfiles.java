package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What merchants may see of their customers. */
@ApplicationScoped
public class SharedProfiles {

    /**
     * With one payment.
     *
     * @param since when it was shared
     */
    public record Shared(String sub, Instant since, UserDetails details) {
        @Override
        public String toString() {
            return "Shared[hidden]";
        }
    }

    /** What the userinfo API says. */
    public sealed interface Answer {
        record Known(Userinfo userinfo) implements Answer {}

        /** The name of somebody, but told to another sales unit. */
        record Foreign() implements Answer {}

        /** Nobody's name, or what was shared is over. */
        record Unknown() implements Answer {}
    }

    private final CustomerBook customers;
    private final Consents consents;

    public SharedProfiles(CustomerBook customers, Consents consents) {
        this.customers = customers;
        this.consents = consents;
    }

    /** Empty if the customer was asked for nothing, or it is over. */
    public Optional<Shared> with(Msn msn, Reference reference, Instant now) {
        return consents.of(msn, reference, now)
                .map(consent -> new Shared(
                        consent.sub(),
                        consent.at(),
                        UserDetails.of(customers.get(consent.customer()), consent.scopes())));
    }

    public Answer userinfo(Msn msn, String sub, Instant now) {
        return consents.of(msn, sub, now)
                .<Answer>map(consent -> new Answer.Known(Userinfo.of(customers.get(consent.customer()), consent)))
                .orElseGet(() -> consents.isKnownElsewhere(msn, sub) ? new Answer.Foreign() : new Answer.Unknown());
    }
}
