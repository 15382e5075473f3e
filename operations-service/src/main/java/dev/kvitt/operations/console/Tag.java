package dev.kvitt.operations.console;

import java.util.Locale;

/**
 * A word that is seen at once.
 *
 * @param level info, good, warn or bad; told by the word as well, never by colour alone
 * @param meaning said where a pointer rests on it
 */
public record Tag(String word, String level, String meaning) {

    /** @param why a word of the deadline board */
    static Tag why(String why) {
        return switch (why) {
            case "reserved" ->
                new Tag("reserved", "info", "The customer's money is reserved: it is captured or given back in time.");
            case "paid-till-does-not-know" ->
                new Tag(
                        "paid, till does not know",
                        "bad",
                        "The customer has paid; the till was not told and may ask again.");
            case "delivered-not-collectable" ->
                new Tag(
                        "delivered, not collectable",
                        "bad",
                        "The goods are gone, and Vipps MobilePay refused their money. Shown for 30 days.");
            default -> new Tag(why, "info", why);
        };
    }

    /** @param state of a replay or a rebuild */
    static Tag state(String state) {
        return switch (state) {
            case "running", "reading", "folding" -> new Tag(state, "info", "It goes on.");
            case "ready" -> new Tag(state, "warn", "It waits for somebody to swap it in or give it up.");
            case "done", "swapped" -> new Tag(state, "good", "It is over.");
            case "failed" -> new Tag(state, "bad", "It could not go on.");
            default -> new Tag(state, "info", "It is over.");
        };
    }

    /** @param phase as the ledger names it */
    static Tag phase(String phase) {
        return switch (phase.toLowerCase(Locale.ROOT)) {
            case "seen" -> new Tag("seen", "info", "Something is known of it, but not how it began.");
            case "open" -> new Tag("open", "info", "Begun at the till; no customer was asked yet.");
            case "asked" -> new Tag("asked", "info", "The customer was asked; no money is reserved.");
            case "reserved" -> new Tag("reserved", "warn", "The customer's money is reserved, and not captured.");
            case "captured" -> new Tag("captured", "warn", "Captured; something is still reserved.");
            case "settled" -> new Tag("settled", "good", "Captured, and nothing is reserved any more.");
            case "released" -> new Tag("released", "good", "What was reserved is the customer's again.");
            case "cancelled" -> new Tag("cancelled", "info", "Cancelled by the till; no money moved.");
            case "aborted" -> new Tag("aborted", "info", "The customer said no; no money moved.");
            case "expired" -> new Tag("expired", "info", "The customer did not answer; no money moved.");
            case "failed" -> new Tag("failed", "bad", "The payment could not be begun; no money moved.");
            case "refused" -> new Tag("refused", "warn", "The till's request was refused; nobody was asked.");
            case "uncollectable" ->
                new Tag("uncollectable", "bad", "Goods were handed over, and their money cannot be had.");
            default -> new Tag(phase, "info", phase);
        };
    }
}
