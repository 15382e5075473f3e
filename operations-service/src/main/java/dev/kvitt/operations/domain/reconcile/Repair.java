package dev.kvitt.operations.domain.reconcile;

/** What Kvitt itself can do about a finding: never more than to tell the saga what a person wants. */
public enum Repair {
    /** Have Vipps asked again, and the answer taken into the sale. */
    ASK("Vipps is asked how the payments of this sale stand, and the answer is taken into it."),
    /** Give back what is reserved. */
    RELEASE("What is reserved and not captured is given back to the customer."),
    /** Let the sale go on. */
    UNPARK("The sale is parked: what waits is tried again, and what happened meanwhile is decided."),
    /** Only people can do something. */
    NONE("Nothing that Kvitt could do mends this.");

    private final String effect;

    Repair(String effect) {
        this.effect = effect;
    }

    /** What happens then, for a person who has to agree. */
    public String effect() {
        return effect;
    }

    /**
     * How the sale stands.
     *
     * @param parked its decisions wait for a person
     * @param delivered the customer has the goods, or an amount was confirmed: money must not be released
     */
    public record Standing(boolean parked, boolean delivered) {}

    /** What is proposed; a finding that is of no sale of ours has none. */
    public static Repair of(Finding finding, Standing sale) {
        if (finding.saleId().isEmpty()) {
            return NONE;
        }
        return switch (finding.kind()) {
            case RESERVED_AND_FORGOTTEN -> forgotten(sale);
            case CAPTURED_UNKNOWN_HERE,
                    CAPTURED_UNKNOWN_AT_VIPPS,
                    REFUNDED_UNKNOWN_HERE,
                    REFUNDED_UNKNOWN_AT_VIPPS,
                    AUTHORIZED_DIFFERS,
                    CANCELLED_DIFFERS -> sale.parked() ? UNPARK : ASK;
            default -> NONE;
        };
    }

    private static Repair forgotten(Standing sale) {
        if (sale.parked()) {
            return UNPARK;
        }
        return sale.delivered() ? ASK : RELEASE;
    }
}
