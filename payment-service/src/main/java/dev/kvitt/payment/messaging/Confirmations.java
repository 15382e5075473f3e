package dev.kvitt.payment.messaging;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.BottomLine;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.ReceiptCheck;
import dev.kvitt.events.Refusal;
import dev.kvitt.payment.domain.Attempt;
import dev.kvitt.payment.domain.Sale;
import java.util.Optional;

/**
 * Holds the lines of a confirmation against what Vipps takes, where the saga would accept it: whoever may not confirm at all
 * hears that instead. What is refused here was never confirmed, so the same sale can be confirmed with right lines.
 */
final class Confirmations {

    private Confirmations() {}

    /**
     * @param before the sale as it stands
     * @param after as the saga would have it
     * @return why not; empty when it may be confirmed, or nothing would be
     */
    static Optional<Refusal> objection(PointOfSaleEvent request, Sale before, Sale after) {
        var newly = before.wishes().confirmed() == null && after.wishes().confirmed() != null && !isPaidAlready(before);
        return newly && request instanceof AmountConfirmed confirmed ? ofReceipt(confirmed, before) : Optional.empty();
    }

    /** A restored database reads again what an earlier build took: refused now, it would be told to confirm what is paid. */
    private static boolean isPaidAlready(Sale sale) {
        return sale.attempts().stream().anyMatch(Attempt::paid);
    }

    private static Optional<Refusal> ofReceipt(AmountConfirmed confirmed, Sale before) {
        return new ReceiptCheck(confirmed.amount(), confirmed.lines(), bottomLine(confirmed, before))
                .problem()
                .map(problem -> new Refusal(
                        problem.code(),
                        problem.sentence() + " Nothing was captured, and a reservation stays until its time is over."
                                + " Correct the lines and confirm again, under a new request id.",
                        true));
    }

    private static BottomLine bottomLine(AmountConfirmed confirmed, Sale before) {
        return confirmed.bottomLine() != null || before.terms() == null
                ? confirmed.bottomLine()
                : before.terms().bottomLine();
    }
}
