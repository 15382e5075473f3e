package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleContext;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tills and meters whose customers pay on our page, by their printed codes. */
@Singleton
public class PageTills {

    private final CodeBooks books;

    public PageTills(CodeBooks books) {
        this.books = books;
    }

    /** The till that a code is in, or was in last; empty for a code that leads to no page. */
    public Optional<TillInShop> at(PrintedCode code) {
        return books.now().find(code).flatMap(PlacedCode::till).filter(PageTills::hasPage);
    }

    /** Empty too for a code in no till, and for a till, shop or sales unit that takes no new sales. */
    public Optional<TillInShop> openAt(PrintedCode code) {
        return books.now().find(code).flatMap(PlacedCode::open).filter(PageTills::hasPage);
    }

    /** Where a sale's code is, in the words of whoever put it there; empty once it is in another till than the sale was at. */
    public String placeOf(PrintedCode code, SaleContext sale) {
        return books.now()
                .find(code)
                .filter(there -> there.tillId().equals(sale.tillId()))
                .map(PlacedCode::location)
                .orElse("");
    }

    /** The code that works in this till; empty for a till without a page. */
    public Optional<PrintedCode> codeOf(Msn msn, String tillId) {
        return books.now().codeOf(msn, tillId).filter(this::isPages);
    }

    /** Also of a code that was deleted: sales that have begun are brought to their end. */
    public boolean isPages(PrintedCode code) {
        return books.now().flowOf(code).filter(flow -> flow == Flow.PAGE).isPresent();
    }

    private static boolean hasPage(TillInShop found) {
        return found.till().flow() == Flow.PAGE;
    }
}
