package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.CodeOrder.Placing;
import dev.kvitt.events.Msn;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All printed codes and their tills: those of the registry file, changed by what was ordered over HTTP. No till has two
 * codes that work, because one machine cannot serve two customers at a time. Immutable.
 */
public final class CodeBook {

    private final Map<PrintedCode, PlacedCode> codes = new LinkedHashMap<>();
    private final Map<PrintedCode, Optional<Flow>> deleted = new HashMap<>();
    private final Map<TillId, PrintedCode> ofTills = new HashMap<>();

    private record TillId(Msn msn, String id) {}

    private CodeBook() {}

    public static CodeBook of(Registry registry, List<CodeOrder> orders) {
        var book = new CodeBook();
        registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .filter(each -> each.till().qr().isPresent())
                .map(CodeBook::ofFile)
                .forEach(book::add);
        // The newest order comes first: should two say the same till, it counts.
        orders.stream()
                .sorted(Comparator.comparing(CodeOrder::orderedAt).reversed())
                .filter(book::counts)
                .forEach(order -> book.add(order, registry));
        book.oneForEachTill();
        return book;
    }

    private static PlacedCode ofFile(TillInShop till) {
        var qr = till.till().qr().orElseThrow();
        var id = till.till().id();
        return new PlacedCode(
                new PrintedCode(till.salesUnit().msn(), qr.id()),
                CodeKind.of(till.till().flow()),
                id,
                Optional.of(till),
                qr.location(),
                true,
                Optional.of(id),
                Optional.empty());
    }

    private void add(PlacedCode code) {
        codes.put(code.code(), code);
    }

    private boolean counts(CodeOrder order) {
        return find(order.code()).flatMap(PlacedCode::fileTill).equals(order.fileTill());
    }

    private void add(CodeOrder order, Registry registry) {
        var till = registry.till(order.code().msn(), order.tillId());
        var known = find(order.code());
        if (order.placing() == Placing.DELETED) {
            deleted.put(order.code(), till.map(found -> found.till().flow()));
        } else if (till.isPresent() || known.isEmpty()) {
            var location =
                    order.location().or(() -> known.map(PlacedCode::location)).orElse(order.tillId());
            var inTill = order.placing() == Placing.IN_TILL && till.isPresent();
            var since = Optional.of(order.orderedAt());
            add(new PlacedCode(
                    order.code(), order.kind(), order.tillId(), till, location, inTill, order.fileTill(), since));
        }
    }

    /** What the file says of a till is newer than an order that says another code is there. */
    private void oneForEachTill() {
        codes.values().stream().filter(CodeBook::isWhereTheFileSays).forEach(this::take);
        for (var code : List.copyOf(codes.values())) {
            if (code.inTill() && !isWhereTheFileSays(code) && !take(code)) {
                add(code.out());
            }
        }
    }

    private static boolean isWhereTheFileSays(PlacedCode code) {
        return code.inTill() && code.fileTill().filter(code.tillId()::equals).isPresent();
    }

    private boolean take(PlacedCode code) {
        return ofTills.putIfAbsent(new TillId(code.code().msn(), code.tillId()), code.code()) == null;
    }

    /** Empty for a code that is not ours, or not any more. */
    public Optional<PlacedCode> find(PrintedCode code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** The code that works in this till. */
    public Optional<PrintedCode> codeOf(Msn msn, String tillId) {
        return Optional.ofNullable(ofTills.get(new TillId(msn, tillId)));
    }

    /** How sales at it run, also for one that was deleted: sales that have begun are brought to their end. */
    public Optional<Flow> flowOf(PrintedCode code) {
        return find(code).flatMap(PlacedCode::flow).or(() -> deleted.getOrDefault(code, Optional.empty()));
    }

    /** Whether it was deleted by an order. */
    public boolean isDeleted(PrintedCode code) {
        return deleted.containsKey(code);
    }

    public Collection<PlacedCode> all() {
        return List.copyOf(codes.values());
    }
}
