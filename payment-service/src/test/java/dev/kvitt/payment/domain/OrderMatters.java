package dev.kvitt.payment.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Pairs of inputs of which the first to arrive counts, and why it must. */
enum OrderMatters {
    CONFIRM_OR_CANCEL(
            "goods handed over are paid, and a sale given up is released: whichever the till says first",
            Set.of(Deed.TILL_CONFIRMS_A_PART, Deed.TILL_CONFIRMS_ALL),
            Set.of(Deed.TILL_CANCELS, Deed.TILL_CANCELS_ELSE_REFUNDS)),
    TWO_CONFIRMATIONS(
            "a sale is confirmed once: a second amount would have to undo a capture",
            Set.of(Deed.TILL_CONFIRMS_A_PART),
            Set.of(Deed.TILL_CONFIRMS_ALL)),
    CONFIRM_OR_REFUND(
            "a refund of a sale that nobody has confirmed is refused at once, not kept until it has something to pay back",
            Set.of(Deed.TILL_CONFIRMS_A_PART, Deed.TILL_CONFIRMS_ALL),
            Set.of(Deed.TILL_WANTS_A_REFUND, Deed.TILL_WANTS_A_FULL_REFUND)),
    CONFIRM_OR_A_PERSONS_RELEASE(
            "a person gives back what nobody has confirmed; what is being captured is not theirs to stop",
            Set.of(Deed.TILL_CONFIRMS_A_PART, Deed.TILL_CONFIRMS_ALL),
            Set.of(Deed.PERSON_ORDERS_RELEASE)),
    ANOTHER_ATTEMPT_OR_A_PERSONS_RELEASE(
            "after a person's release nobody is asked again; unpaid either way, told with another word",
            Set.of(Deed.TILL_WANTS_ANOTHER_ATTEMPT),
            Set.of(Deed.PERSON_ORDERS_RELEASE)),
    ANOTHER_ATTEMPT_OR_LAST_CALL(
            "between the two lie months: nobody wants the request any more that was asked for before the last call",
            Set.of(Deed.TILL_WANTS_ANOTHER_ATTEMPT),
            Set.of(Deed.LAST_CALL));

    private final String why;
    private final Set<Deed> ones;
    private final Set<Deed> others;

    OrderMatters(String why, Set<Deed> ones, Set<Deed> others) {
        this.why = why;
        this.ones = ones;
        this.others = others;
    }

    String why() {
        return why;
    }

    static Optional<OrderMatters> why(Deed one, Deed other) {
        return Arrays.stream(values())
                .filter(entry -> (entry.ones.contains(one) && entry.others.contains(other))
                        || (entry.ones.contains(other) && entry.others.contains(one)))
                .findFirst();
    }
}
