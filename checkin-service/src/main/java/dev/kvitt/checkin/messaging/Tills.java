package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the till of a printed code without walking through the registry for every message. */
@Singleton
public class Tills {

    private final Map<PrintedCode, TillInShop> byCode;

    Tills(Registry registry) {
        byCode = registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .filter(each -> each.till().qr().isPresent())
                .collect(Collectors.toMap(
                        each -> new PrintedCode(
                                each.salesUnit().msn(),
                                each.till().qr().orElseThrow().id()),
                        each -> each));
    }

    /** Empty for a code that is not ours, for one whose scans open no sales, and for a till, shop or sales unit that takes no new sales. */
    Optional<TillInShop> openAt(PrintedCode code) {
        return Optional.ofNullable(byCode.get(code))
                .filter(TillInShop::acceptsNewSales)
                .filter(found -> opensByScan(found.till().flow()));
    }

    /** Without a default, so that whoever adds a flow has to think about its scans. */
    private static boolean opensByScan(Flow flow) {
        return switch (flow) {
            case VENDING -> true;
            case TILL -> false;
        };
    }
}
