package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.receipt.Receipt;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A receipt to read.
 *
 * @param taxes by rate, the highest first
 * @param pos the till or machine; null = not said
 * @param number null = not said
 */
public record ReceiptLook(List<Line> lines, List<Tax> taxes, String total, String pos, String number) {

    private static final int HUNDREDTHS = 100;

    /** The same in all four languages. */
    private static final Map<String, String> UNITS = Map.of(
            "PCS", "\u00d7 %s", "KG", "%s kg", "KM", "%s km", "MINUTE", "%s min", "LITRE", "%s l", "KWH", "%s kWh");

    /** @param quantity with its unit; null = not said */
    public record Line(String name, String quantity, String amount) {}

    /** What of the total is tax. */
    public record Tax(String rate, String without, String tax) {}

    private record Group(long without, long tax) {
        Group plus(Group other) {
            return new Group(without + other.without, tax + other.tax);
        }
    }

    /** @param currency that of the payment: a bottom line need not name it */
    static ReceiptLook of(Receipt receipt, String currency, Wording wording) {
        Optional<Receipt.BottomLine> bottom = Optional.ofNullable(receipt.bottomLine());
        long total = receipt.orderLines().stream()
                .mapToLong(Receipt.OrderLine::totalAmount)
                .sum();
        return new ReceiptLook(
                receipt.orderLines().stream()
                        .map(line -> new Line(line.name(), quantity(line), wording.money(line.totalAmount(), currency)))
                        .toList(),
                taxes(receipt.orderLines()).entrySet().stream()
                        .map(rate -> new Tax(
                                wording.percent(rate.getKey()),
                                wording.money(rate.getValue().without(), currency),
                                wording.money(rate.getValue().tax(), currency)))
                        .toList(),
                wording.money(total, currency),
                bottom.map(Receipt.BottomLine::posId).orElse(null),
                bottom.map(Receipt.BottomLine::receiptNumber).orElse(null));
    }

    private static Map<Integer, Group> taxes(List<Receipt.OrderLine> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        ReceiptLook::rate,
                        line -> new Group(line.totalAmountExcludingTax(), line.totalTaxAmount()),
                        Group::plus,
                        () -> new TreeMap<>(Comparator.reverseOrder())));
    }

    private static int rate(Receipt.OrderLine line) {
        return line.taxRate() == null ? line.taxPercentage() * HUNDREDTHS : line.taxRate();
    }

    private static String quantity(Receipt.OrderLine line) {
        return Optional.ofNullable(line.unitInfo())
                .map(unit -> UNITS.getOrDefault(unit.quantityUnit() == null ? "PCS" : unit.quantityUnit(), "%s")
                        .formatted(unit.quantity()))
                .orElse(null);
    }
}
