package dev.kvitt.vipps.rules.orders;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How an order must be named. */
public final class OrderRule {

    private OrderRule() {}

    public static List<FieldProblem> problems(String paymentType, String orderId) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!OrderId.isValid(orderId)) {
            problems.add(new FieldProblem("orderId", OrderId.mustMatch("OrderId")));
        }
        if (PaymentType.of(paymentType).isEmpty()) {
            problems.add(new FieldProblem("paymentType", oneOf(PaymentType.values())));
        }
        return problems;
    }

    static String oneOf(Enum<?>[] values) {
        return "Must be one of "
                + String.join(", ", Arrays.stream(values).map(Enum::name).toList()) + ".";
    }
}
