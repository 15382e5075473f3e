package dev.kvitt.operations.domain;

import java.util.Locale;

/** What became of a sale's receipt. */
public enum ReceiptState {
    /** Nothing is to be posted: there are no lines, or they went with the request. */
    NONE,
    WANTED,
    POSTED,
    REJECTED;

    /** As rows and answers name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
