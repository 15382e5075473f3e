package dev.kvitt.vipps.rules;

import java.util.Optional;

/** Amounts of payments that the test environment lets fail when they are approved. */
public enum SpecialAmount {
    INSUFFICIENT_FUNDS(151, false),
    REFUSED_BY_ISSUER(182, false),
    SUSPECTED_FRAUD(183, false),
    WITHDRAWAL_LIMIT(184, false),
    EXPIRED_CARD(186, false),
    INVALID_CARD(187, false),
    THREE_D_SECURE_DENIED(197, true),
    /** Neither reserved nor refused for an hour. What follows is undocumented: here it expires. */
    UNKNOWN_RESULT(201, false),
    IDENTIFICATION_REQUIRED(202, true);

    private final long value;
    private final boolean onlyNorway;

    SpecialAmount(long value, boolean onlyNorway) {
        this.value = value;
        this.onlyNorway = onlyNorway;
    }

    /** Minor units, of any currency. */
    public long value() {
        return value;
    }

    /** Whether it works for Norwegian sales units only. */
    public boolean onlyNorway() {
        return onlyNorway;
    }

    /** What this amount forces at a sales unit of this market; empty for ordinary amounts. */
    public static Optional<SpecialAmount> of(Money amount, Market market) {
        for (SpecialAmount special : values()) {
            if (special.value == amount.value() && (!special.onlyNorway || market == Market.NO)) {
                return Optional.of(special);
            }
        }
        return Optional.empty();
    }
}
