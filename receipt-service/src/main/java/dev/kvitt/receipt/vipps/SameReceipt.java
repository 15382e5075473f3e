package dev.kvitt.receipt.vipps;

import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.StoredLine;
import dev.kvitt.vipps.client.orders.StoredReceipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether the receipt that Vipps has is the one we want there: the same lines in any order, and nothing else that
 * contradicts. What Vipps does not show contradicts nothing.
 */
final class SameReceipt {

    private SameReceipt() {}

    static boolean is(StoredReceipt stored, Receipt ours) {
        var below = ours.bottomLine();
        return sameLines(stored.orderLines(), ours.orderLines())
                && agree(stored.currency(), Optional.of(below.currency().name()))
                && agree(stored.posId(), below.posId())
                && agree(stored.receiptNumber(), below.receiptNumber());
    }

    /** Lines that show most choose first, so that one which shows little takes no other's. */
    private static boolean sameLines(List<StoredLine> stored, List<OrderLine> ours) {
        var left = new ArrayList<>(ours);
        return stored.size() == ours.size()
                && stored.stream()
                        .sorted(Comparator.comparing(SameReceipt::shown).reversed())
                        .allMatch(line -> left.stream()
                                .filter(one -> agree(line, one))
                                .findFirst()
                                .filter(left::remove)
                                .isPresent());
    }

    private static long shown(StoredLine line) {
        return Stream.of(
                        line.id().isPresent(),
                        line.total().isPresent(),
                        line.totalTax().isPresent())
                .filter(there -> there)
                .count();
    }

    private static boolean agree(StoredLine stored, OrderLine ours) {
        return agree(stored.id(), Optional.of(ours.id()))
                && agree(stored.total(), ours.total().value())
                && agree(stored.totalTax(), ours.totalTax().value());
    }

    private static boolean agree(Optional<String> stored, Optional<String> ours) {
        return stored.isEmpty() || ours.isEmpty() || stored.equals(ours);
    }

    private static boolean agree(OptionalLong stored, long ours) {
        return stored.isEmpty() || stored.getAsLong() == ours;
    }
}
