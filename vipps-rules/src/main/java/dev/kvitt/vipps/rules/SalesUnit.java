package dev.kvitt.vipps.rules;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * One sales unit and what Vipps has agreed with it.
 *
 * @param market fixes the currency
 * @param agreements what it may do; the rest is refused
 */
public record SalesUnit(Msn msn, Market market, Set<Agreement> agreements) {

    /** What most sales units in shops have. */
    public static final Set<Agreement> USUAL = Set.of(
            Agreement.PUSH_MESSAGE,
            Agreement.PARTIAL_CAPTURE,
            Agreement.LONG_LIVING,
            Agreement.REFUND,
            Agreement.BANK_ACCOUNT);

    public SalesUnit {
        agreements = Set.copyOf(agreements);
    }

    public static SalesUnit usual(Msn msn, Market market) {
        return new SalesUnit(msn, market, USUAL);
    }

    public boolean has(Agreement agreement) {
        return agreements.contains(agreement);
    }

    public SalesUnit with(Agreement agreement) {
        return changed(agreement, true);
    }

    public SalesUnit without(Agreement agreement) {
        return changed(agreement, false);
    }

    /** How long after authorization a reservation can be captured before it is released by itself. */
    public Duration captureWindow() {
        return has(Agreement.LATE_CAPTURE)
                ? TimeLimits.LATE_CAPTURE
                : market.currency().captureWindow();
    }

    private SalesUnit changed(Agreement agreement, boolean given) {
        Set<Agreement> others = EnumSet.noneOf(Agreement.class);
        others.addAll(agreements);
        others.remove(agreement);
        if (given) {
            others.add(agreement);
        }
        return new SalesUnit(msn, market, others);
    }
}
