package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What the point of sale wants.
 *
 * @param confirmed the goods are with the customer; absent until accepted
 * @param cancelled the point of sale has given the sale up; absent until then
 * @param next another attempt is wanted; absent when none is
 * @param nextCustomer whom to ask then; absent: the same as before
 * @param refunds in the order they were asked for; refused ones stay, they keep the numbers stable
 */
public record Wishes(
        Confirmation confirmed, Request cancelled, Request next, Presented nextCustomer, List<Refund> refunds) {

    static final Wishes NONE = new Wishes(null, null, null, null, List.of());

    public Wishes {
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
    }

    Wishes confirmed(Confirmation value) {
        return new Wishes(value, cancelled, next, nextCustomer, refunds);
    }

    Wishes withoutConfirmation() {
        return confirmed(null);
    }

    Wishes cancelled(Request by) {
        return new Wishes(confirmed, by, next, nextCustomer, refunds);
    }

    Wishes next(Request by, Presented whom) {
        return new Wishes(confirmed, cancelled, by, whom, refunds);
    }

    Wishes withoutNext() {
        return next(null, null);
    }

    /** A result that came before the wish was read (again) belongs to it. */
    Wishes refundWanted(Request request, Money amount) {
        var wanted = Refund.wanted(request, amount);
        for (int i = 0; i < refunds.size(); i++) {
            if (refunds.get(i).isResultOf(wanted)) {
                return refund(i, wanted.operation(refunds.get(i).operation()));
            }
        }
        return refund(wanted);
    }

    Wishes refund(Refund one) {
        List<Refund> more = new ArrayList<>(refunds);
        more.add(one);
        return new Wishes(confirmed, cancelled, next, nextCustomer, more);
    }

    Wishes refund(int index, Refund changed) {
        List<Refund> others = new ArrayList<>(refunds);
        others.set(index, changed);
        return new Wishes(confirmed, cancelled, next, nextCustomer, others);
    }

    boolean isCancelled() {
        return cancelled != null;
    }
}
