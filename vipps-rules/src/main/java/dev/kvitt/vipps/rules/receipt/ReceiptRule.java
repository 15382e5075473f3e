package dev.kvitt.vipps.rules.receipt;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a receipt must keep to be accepted. It is checked whether sent with a payment or posted by itself. */
public final class ReceiptRule {

    private static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "EUR");
    private static final Set<String> BARCODES = Set.of("EAN-13", "CODE 39", "CODE 128");
    private static final Set<String> PAYMENT_SOURCES = Set.of("giftCard", "card", "voucher", "cash");

    private ReceiptRule() {}

    /**
     * @param path put before each field's name: empty, or the field that holds the receipt with a dot behind it
     * @return every problem found; empty if the receipt is fine
     */
    public static List<FieldProblem> problems(Receipt receipt, String path) {
        List<FieldProblem> problems = new ArrayList<>();
        if (receipt.orderLines() == null || receipt.orderLines().isEmpty()) {
            problems.add(new FieldProblem(path + "orderLines", "At least one order line is required."));
        } else {
            for (int i = 0; i < receipt.orderLines().size(); i++) {
                problems.addAll(OrderLineRule.problems(receipt.orderLines().get(i), path + "orderLines[" + i + "]."));
            }
        }
        problems.addAll(bottomLine(receipt.bottomLine(), path + "bottomLine"));
        return problems;
    }

    private static List<FieldProblem> bottomLine(Receipt.BottomLine line, String path) {
        if (line == null) {
            return List.of(new FieldProblem(path, "The bottomLine field is required."));
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (line.currency() == null || !CURRENCIES.contains(line.currency())) {
            problems.add(new FieldProblem(path + ".currency", "Must be one of NOK, DKK, EUR."));
        }
        if (line.tipAmount() != null && line.tipAmount() < 0) {
            problems.add(new FieldProblem(path + ".tipAmount", "Must be 0 or more."));
        }
        if (line.paymentSources() != null
                && !PAYMENT_SOURCES.containsAll(line.paymentSources().keySet())) {
            problems.add(new FieldProblem(path + ".paymentSources", "Known are giftCard, card, voucher, cash."));
        }
        if (line.barcode() != null
                && (line.barcode().format() == null
                        || !BARCODES.contains(line.barcode().format())
                        || line.barcode().data() == null)) {
            problems.add(new FieldProblem(path + ".barcode", "Needs data, and a format: EAN-13, CODE 39 or CODE 128."));
        }
        return problems;
    }
}
