package dev.kvitt.registry;

import dev.kvitt.events.Msn;
import dev.kvitt.events.Topics;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A topic on which points of sale ask for something. Whoever may write to it may do what stands here.
 *
 * @param topic its name, as in Kafka
 * @param salesUnits whose sales it may speak for; never empty
 * @param requests what it may ask for
 * @param refundLimit what each till may have paid back in a day, in minor units of its sales unit's currency; present
 *     exactly when it may ask for refunds, but for {@link Topics#POS_HTTP}
 */
public record PointOfSaleTopic(String topic, Set<Msn> salesUnits, Set<RequestKind> requests, OptionalLong refundLimit) {

    public PointOfSaleTopic {
        salesUnits = Set.copyOf(salesUnits);
        requests = Set.copyOf(requests);
    }

    /** Where the file names none: all sales units on {@code pos.sales}, everything but refunds. */
    static PointOfSaleTopic standard(Set<Msn> salesUnits) {
        return new PointOfSaleTopic(Topics.POS_SALES, salesUnits, RequestKind.DEFAULT, OptionalLong.empty());
    }

    /** What payment-service has let in over HTTP; how much may be paid back stands in each message. */
    static PointOfSaleTopic http(Set<Msn> salesUnits) {
        return new PointOfSaleTopic(
                Topics.POS_HTTP, salesUnits, EnumSet.allOf(RequestKind.class), OptionalLong.empty());
    }

    public boolean speaksFor(Msn msn) {
        return salesUnits.contains(msn);
    }

    public boolean mayAskFor(RequestKind kind) {
        return requests.contains(kind);
    }
}
