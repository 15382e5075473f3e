package dev.kvitt.sandbox.report;

import java.util.Locale;

/** The two sides of a ledger. */
public enum Topic {
    /** What is owed to the merchant. */
    FUNDS,
    /** What the merchant owes for it: its balance is below zero until fees are retained or invoiced. */
    FEES;

    /** As paths have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word {@code funds} or {@code fees} */
    public static Topic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
