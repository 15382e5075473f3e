package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The categories of one sales unit: any number per order. */
final class CategoryBook {

    /** @param latestLast the order in which they became as they are */
    private record OfOrder(List<StoredCategory> latestLast) {}

    private final Shelf<OrderKey, OfOrder> byOrder;
    private final Map<UUID, OrderKey> orders = new ConcurrentHashMap<>();

    CategoryBook(Msn msn, StateLog state) {
        this.byOrder = state.packedShelf(ShelfName.of("categories", msn), OrderKey.class, OfOrder.class);
        byOrder.watch((order, before, after) -> {
            before.ifPresent(old -> old.latestLast().forEach(category -> orders.remove(category.id())));
            after.ifPresent(now -> now.latestLast().forEach(category -> orders.put(category.id(), order)));
        });
    }

    void add(StoredCategory category) {
        byOrder.change(category.order(), before -> kept(known(before), each -> true, Stream.of(category)));
    }

    /** Takes the place of the order's replaceable one, and its id, if there is one. */
    StoredCategory replace(StoredCategory category) {
        Optional<OfOrder> after = byOrder.change(category.order(), before -> {
            UUID id = known(before).stream()
                    .filter(StoredCategory::replaceable)
                    .map(StoredCategory::id)
                    .findFirst()
                    .orElse(category.id());
            return kept(known(before), each -> !each.replaceable(), Stream.of(category.withId(id)));
        });
        return after.orElseThrow().latestLast().getLast();
    }

    Optional<StoredCategory> find(UUID id) {
        return Optional.ofNullable(orders.get(id)).flatMap(order -> ofOrder(order).stream()
                .filter(category -> category.id().equals(id))
                .findFirst());
    }

    /** The latest last. */
    List<StoredCategory> ofOrder(OrderKey order) {
        return known(byOrder.get(order));
    }

    /** Orders in no order. */
    List<StoredCategory> all() {
        return byOrder.values().flatMap(each -> each.latestLast().stream()).toList();
    }

    boolean remove(UUID id) {
        Optional<OrderKey> order = Optional.ofNullable(orders.get(id));
        order.ifPresent(key -> byOrder.change(
                key, before -> kept(known(before), each -> !each.id().equals(id), Stream.empty())));
        return order.isPresent();
    }

    void drop(OrderKey order) {
        byOrder.remove(order);
    }

    private static List<StoredCategory> known(Optional<OfOrder> before) {
        return before.map(OfOrder::latestLast).orElse(List.of());
    }

    private static Optional<OfOrder> kept(
            List<StoredCategory> known, Predicate<StoredCategory> stays, Stream<StoredCategory> last) {
        List<StoredCategory> left =
                Stream.concat(known.stream().filter(stays), last).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new OfOrder(left));
    }
}
