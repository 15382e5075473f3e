package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.events.Msn;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Finds the till of a printed code, and the code of a till, without asking the database for every message. */
@Singleton
public class Tills {

    private final CodeBooks books;

    Tills(CodeBooks books) {
        this.books = books;
    }

    /** What is said from now on is exact until the transaction ends. To be called before anybody is asked to pay something. */
    void exactly(Effects effects) {
        books.exactly(effects.connection());
    }

    /** Empty for a code that is not ours or in no till, and for a till, shop or sales unit that takes no new sales. */
    Optional<TillInShop> openAt(PrintedCode code) {
        return books.now().find(code).flatMap(PlacedCode::open);
    }

    /** Empty for a code that is not ours, or not any more. */
    Optional<PlacedCode> placed(PrintedCode code) {
        return books.now().find(code);
    }

    /** Whether who scanned then may have stood at another till than the code is in now. */
    boolean cameAfter(PrintedCode code, Instant initiatedAt) {
        return placed(code).filter(place -> place.cameAfter(initiatedAt)).isPresent();
    }

    /** Without a default, so that whoever adds a flow has to think about its scans. */
    static boolean opensByScan(TillInShop found) {
        return switch (found.till().flow()) {
            case VENDING -> true;
            case TILL, PAGE -> false;
        };
    }

    /** The printed code of a till that opens its own sales; empty where it has none. */
    Optional<PrintedCode> codeOf(Msn msn, String tillId) {
        return books.now().codeOf(msn, tillId).filter(this::isTills);
    }

    /** Whether the code is that of a till that opens its own sales. */
    boolean isTills(PrintedCode code) {
        return books.now().flowOf(code).filter(flow -> flow == Flow.TILL).isPresent();
    }
}
