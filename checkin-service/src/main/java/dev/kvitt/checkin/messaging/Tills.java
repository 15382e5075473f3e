package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.Msn;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.QrCode;
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
    private final Map<TillId, PrintedCode> ofTills;

    private record TillId(Msn msn, String id) {}

    Tills(Registry registry) {
        byCode = registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .filter(each -> each.till().qr().isPresent())
                .collect(Collectors.toMap(each -> code(each, each.till().qr().orElseThrow()), each -> each));
        ofTills = byCode.entrySet().stream()
                .filter(each -> each.getValue().till().flow() == Flow.TILL)
                .collect(Collectors.toMap(
                        each -> new TillId(
                                each.getKey().msn(), each.getValue().till().id()),
                        Map.Entry::getKey));
    }

    private static PrintedCode code(TillInShop till, QrCode qr) {
        return new PrintedCode(till.salesUnit().msn(), qr.id());
    }

    /** Empty for a code that is not ours, and for a till, shop or sales unit that takes no new sales. */
    Optional<TillInShop> openAt(PrintedCode code) {
        return Optional.ofNullable(byCode.get(code)).filter(TillInShop::acceptsNewSales);
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
        return Optional.ofNullable(ofTills.get(new TillId(msn, tillId)));
    }

    /** Whether the code is that of a till that opens its own sales. */
    boolean isTills(PrintedCode code) {
        return Optional.ofNullable(byCode.get(code))
                .filter(found -> found.till().flow() == Flow.TILL)
                .isPresent();
    }
}
