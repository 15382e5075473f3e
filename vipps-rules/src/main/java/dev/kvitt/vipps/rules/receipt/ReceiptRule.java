package dev.kvitt.vipps.rules.receipt;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** What a receipt must keep to be accepted. It is checked whether sent with a payment or posted by itself. */
public final class ReceiptRule {

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
        problems.addAll(BottomLineRule.problems(receipt.bottomLine(), path + "bottomLine"));
        return problems;
    }
}
