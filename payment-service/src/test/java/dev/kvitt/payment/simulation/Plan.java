package dev.kvitt.payment.simulation;

import dev.kvitt.payment.domain.Terms;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of one simulated sale that chance decides.
 *
 * @param seed decides only how long messages are under way
 */
record Plan(long seed, RulesSwitches switches, SalesUnit unit, Terms terms, List<Part> parts) {

    Plan {
        parts = List.copyOf(parts);
    }

    <P extends Part> Stream<P> all(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Part.Lasting what) {
        return all(Part.Outage.class).anyMatch(outage -> outage.what() == what);
    }

    Optional<Part.Mishap> mishap(Part.Counted what, int n) {
        return all(Part.Mishap.class)
                .filter(one -> one.what() == what && one.n() == n)
                .findFirst();
    }

    /** The till is told an end as soon as a webhook tells it, and the customer may approve after a made-up one. */
    boolean anEndIsMadeUp() {
        return all(Part.Forgery.class)
                .anyMatch(forgery -> forgery.lie() == Part.Lie.ABORTED || forgery.lie() == Part.Lie.EXPIRED);
    }

    Plan without(int part) {
        var fewer = new ArrayList<>(parts);
        fewer.remove(part);
        return new Plan(seed, switches, unit, terms, fewer);
    }

    Plan usualVipps() {
        return new Plan(seed, RulesSwitches.defaults(), unit, terms, parts);
    }
}
