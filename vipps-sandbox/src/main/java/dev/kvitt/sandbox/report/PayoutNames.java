package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.RulesSwitches;

/** What a ledger's payouts are called. */
record PayoutNames(String ledgerId, RulesSwitches.Report switches) {

    /** As in official samples: payouts are counted from there. */
    private static final int FIRST = 2_000_000;

    String entryType() {
        return switches.payoutType().jsonName();
    }

    /** @param payout from 1 */
    String pspReference(int payout) {
        return ledgerId + "-" + (FIRST + payout);
    }

    /** @param payout from 1 */
    String reference(int payout) {
        return switch (switches.payoutReference()) {
            case BANK_TEXT -> "Payout " + (FIRST + payout) + " Vipps MobilePay " + ledgerId;
            case PAYOUT_NUMBER -> String.valueOf(FIRST + payout);
        };
    }
}
