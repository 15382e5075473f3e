package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.Refusal;
import java.util.Objects;

/** Paying captured money back: one refund at a time, in the order they were asked for. */
final class Refunds {

    private final Turn turn;

    Refunds(Turn turn) {
        this.turn = turn;
    }

    void go() {
        var refunds = turn.sale.wishes().refunds();
        for (int i = 0; i < refunds.size(); i++) {
            if (refunds.get(i).isOpen() && !settle(i, refunds.get(i))) {
                return;
            }
        }
    }

    /** @return whether the next one may be looked at */
    private boolean settle(int index, Refund refund) {
        var paid = turn.sale.active().filter(attempt -> attempt.ledger().capturedAnything());
        if (paid.isEmpty()) {
            return !moneyMayCome() && refuse(index, refund, Refusals.NOTHING_TO_REFUND);
        }
        var attempt = paid.get();
        if (refund.operation() == null) {
            return order(index, refund, attempt);
        }
        if (refund.operation().rejected()) {
            return refuse(index, refund, refund.operation().refusal());
        }
        return refund.operation().succeeded() && tell(index, refund, attempt);
    }

    private boolean moneyMayCome() {
        return turn.sale.wishes().confirmed() != null
                && turn.sale.active().filter(attempt -> !attempt.told().done()).isPresent();
    }

    private boolean order(int index, Refund refund, Attempt attempt) {
        if (captureIsUnderWay(attempt)) {
            turn.setPoll(turn.timing.poll());
            return false;
        }
        var refunded = attempt.ledger().sums(turn.currency()).refunded();
        var left = attempt.ledger().capturedForSure(turn.currency()).minusDownToZero(refunded);
        // Paid back by others, or by this very request before a restored database forgot it: capture-service has the
        // answer by its operation id, and what is too much Vipps refuses.
        var unexplained = refunded.minusDownToZero(ours(index));
        var all = left.isZero() ? unexplained : left;
        var amount = refund.amount() == null ? all : refund.amount();
        if (amount.currency() != turn.currency()) {
            return refuse(index, refund, Refusals.OTHER_CURRENCY);
        }
        if (amount.isZero() || amount.moreThan(left.plus(unexplained))) {
            return refuse(index, refund, Refusals.MORE_THAN_CAPTURED);
        }
        var id = refund.operationId(turn.reference(attempt));
        put(index, refund.amount(amount).operation(Operation.given(id, index + 1)));
        turn.say(turn.sayings().refund(id, amount));
        turn.setPoll(turn.timing.slowPoll());
        return false;
    }

    /** How much there is to pay back is known when the aggregate shows it. */
    private boolean captureIsUnderWay(Attempt attempt) {
        var confirmed = turn.sale.wishes().confirmed();
        var rejected = attempt.capture() != null && attempt.capture().rejected();
        var shown = attempt.ledger().capturedForSure(turn.currency());
        return attempt.ledger().capturedOnlyTold(turn.currency())
                || (!rejected && confirmed != null && confirmed.amount().moreThan(shown));
    }

    private boolean tell(int index, Refund refund, Attempt attempt) {
        var shown = attempt.ledger().refundedForSure(turn.currency());
        // The amount of one that a restored database has forgotten is what no other accounts for.
        var amount = refund.amount() == null ? shown.minusDownToZero(ours(index)) : refund.amount();
        if (amount.isZero() || ours(index).moreThan(shown)) {
            // The sale may have had its last word meanwhile, and nobody asks any more.
            turn.setPoll(turn.timing.slowPoll());
            return false;
        }
        put(index, refund.amount(amount).answered());
        turn.say(turn.sayings().refunded(attempt, refund.amount(amount)));
        return true;
    }

    /** What our refunds up to this one come to. */
    private Money ours(int index) {
        return turn.sale.wishes().refunds().subList(0, index + 1).stream()
                .filter(refund ->
                        refund.operation() != null && refund.operation().succeeded())
                .map(Refund::amount)
                .filter(Objects::nonNull)
                .reduce(Money.zero(turn.currency()), Money::plus);
    }

    private boolean refuse(int index, Refund refund, Refusal why) {
        turn.refuse(refund.request(), why);
        put(index, refund.answered());
        return true;
    }

    private void put(int index, Refund changed) {
        turn.sale = turn.sale.wishes(turn.sale.wishes().refund(index, changed));
    }
}
