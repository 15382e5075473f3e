package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.report.Ledger;
import dev.kvitt.sandbox.report.Ledgers;
import dev.kvitt.sandbox.report.Side;
import dev.kvitt.sandbox.report.Terms;
import dev.kvitt.sandbox.report.Topic;
import dev.kvitt.vipps.rules.Msn;
import java.util.List;

/**
 * A ledger.
 *
 * @param owner the sales unit whose it is
 * @param delay ISO 8601 duration
 * @param fundsRows booked so far, made-up ones too
 * @param fundsBalance minor units
 */
public record LedgerView(
        String ledgerId,
        String owner,
        String currency,
        List<String> msns,
        Terms.Settlement settlement,
        String dayEnds,
        String delay,
        int feeBasisPoints,
        long fundsRows,
        long fundsBalance,
        long feesRows,
        long feesBalance) {

    static LedgerView of(Ledger ledger, Ledgers ledgers) {
        Terms terms = ledgers.terms(ledger);
        Side funds = ledgers.side(ledger, Topic.FUNDS);
        Side fees = ledgers.side(ledger, Topic.FEES);
        return new LedgerView(
                ledger.id(),
                ledger.home().value(),
                ledger.market().currency().name(),
                terms.msns().stream().map(Msn::value).toList(),
                terms.settlement(),
                terms.dayEnds().toString(),
                terms.delay().toString(),
                terms.feeBasisPoints(),
                funds.next(),
                funds.balance(),
                fees.next(),
                fees.balance());
    }
}
