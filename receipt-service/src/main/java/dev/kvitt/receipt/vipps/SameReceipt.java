package dev.kvitt.receipt.vipps;

import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.StoredLine;
import dev.kvitt.vipps.client.orders.StoredReceipt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the receipt that Vipps has is the one we want there: the same lines in any order, and nothing else that
 * contradicts. What Vipps does not show contradicts nothing.
 */
final class SameReceipt {

    private SameReceipt() {}

    static boolean is(StoredReceipt stored, Receipt ours) {
        var below = ours.bottomLine();
        return sorted(stored.orderLines().stream().map(SameReceipt::line))
                        .equals(sorted(ours.orderLines().stream().map(SameReceipt::line)))
                && agree(stored.currency(), Optional.of(below.currency().name()))
                && agree(stored.posId(), below.posId())
                && agree(stored.receiptNumber(), below.receiptNumber());
    }

    private static List<String> sorted(Stream<String> lines) {
        return lines.sorted().toList();
    }

    private static String line(StoredLine line) {
        return text(
                line.id().orElse(""), line.total().orElse(-1), line.totalTax().orElse(-1));
    }

    private static String line(OrderLine line) {
        return text(line.id(), line.total().value(), line.totalTax().value());
    }

    private static String text(String id, long total, long tax) {
        return total + "/" + tax + "/" + id;
    }

    private static boolean agree(Optional<String> stored, Optional<String> ours) {
        return stored.isEmpty() || ours.isEmpty() || stored.equals(ours);
    }
}
