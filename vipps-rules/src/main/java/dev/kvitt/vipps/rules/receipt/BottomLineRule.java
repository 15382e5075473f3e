package dev.kvitt.vipps.rules.receipt;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the bottom line must keep. Sums are computed from the lines, so the deprecated ones are only looked at. */
final class BottomLineRule {

    private static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "EUR");
    private static final Set<String> PAYMENT_SOURCES = Set.of("giftCard", "card", "voucher", "cash");
    private static final List<String> SHIPPING = List.of("amount", "amountExcludingTax", "taxAmount", "taxPercentage");
    private static final String SHIPPING_TAX = "taxPercentage";
    private static final int MAX_TAX_PERCENTAGE = 100;

    private BottomLineRule() {}

    static List<FieldProblem> problems(Receipt.BottomLine line, String path) {
        if (line == null) {
            return List.of(new FieldProblem(path, "The bottomLine field is required."));
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (line.currency() == null || !CURRENCIES.contains(line.currency())) {
            problems.add(new FieldProblem(path + ".currency", "Must be one of NOK, DKK, EUR."));
        }
        notNegative(problems, path + ".tipAmount", line.tipAmount());
        notNegative(problems, path + ".giftCardAmount", line.giftCardAmount());
        notNegative(problems, path + ".totalTax", line.totalTax());
        notNegative(problems, path + ".totalDiscount", line.totalDiscount());
        notNegative(problems, path + ".shippingAmount", line.shippingAmount());
        if (line.paymentSources() != null
                && !PAYMENT_SOURCES.containsAll(line.paymentSources().keySet())) {
            problems.add(new FieldProblem(path + ".paymentSources", "Known are giftCard, card, voucher, cash."));
        }
        if (line.barcode() != null) {
            problems.addAll(BarcodeRule.problems(line.barcode(), path + ".barcode"));
        }
        if (line.shippingInfo() != null) {
            shipping(problems, path + ".shippingInfo", line.shippingInfo());
        }
        return problems;
    }

    private static void shipping(List<FieldProblem> problems, String path, Map<String, Long> info) {
        if (!SHIPPING.containsAll(info.keySet())) {
            problems.add(new FieldProblem(path, "Known are " + String.join(", ", SHIPPING) + "."));
        }
        for (String name : SHIPPING) {
            Long value = info.get(name);
            if (value == null || value < 0) {
                problems.add(new FieldProblem(path + "." + name, "Required, 0 or more."));
            } else if (name.equals(SHIPPING_TAX) && value > MAX_TAX_PERCENTAGE) {
                problems.add(new FieldProblem(path + "." + name, "Must be between 0 and " + MAX_TAX_PERCENTAGE + "."));
            }
        }
    }

    private static void notNegative(List<FieldProblem> problems, String name, Long value) {
        if (value != null && value < 0) {
            problems.add(new FieldProblem(name, "Must be 0 or more."));
        }
    }
}
