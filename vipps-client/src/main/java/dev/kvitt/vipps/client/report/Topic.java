package dev.kvitt.vipps.client.report;

import java.util.Locale;

/** The two sides of a ledger. */
public enum Topic {
    /** What Vipps owes the merchant: sales, refunds, the sum of fees, payouts. */
    FUNDS,
    /** What the merchant owes Vipps: every fee. */
    FEES;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
