package dev.kvitt.vipps.rules.receipt;

import dev.kvitt.vipps.rules.FieldProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What one order line must keep. */
final class OrderLineRule {

    private static final Pattern QUANTITY = Pattern.compile("\\d+(\\.\\d{1,8})?");
    private static final int QUANTITY_MAX_LENGTH = 10;
    private static final Set<String> UNITS = Set.of("PCS", "KG", "KM", "MINUTE", "LITRE", "KWH");
    private static final int MAX_TAX_RATE = 10_000;
    private static final int MAX_TAX_PERCENTAGE = 100;

    private OrderLineRule() {}

    static List<FieldProblem> problems(Receipt.OrderLine line, String path) {
        if (line == null) {
            return List.of(new FieldProblem(path + "name", "The field is required."));
        }
        List<FieldProblem> problems = new ArrayList<>();
        required(problems, path + "name", line.name());
        required(problems, path + "id", line.id());
        required(problems, path + "totalAmount", line.totalAmount());
        required(problems, path + "totalAmountExcludingTax", line.totalAmountExcludingTax());
        required(problems, path + "totalTaxAmount", line.totalTaxAmount());
        sum(problems, path, line);
        tax(problems, path, line);
        if (line.discount() != null && line.discount() < 0) {
            problems.add(new FieldProblem(path + "discount", "Must be 0 or more."));
        }
        if (line.unitInfo() != null) {
            unit(problems, path + "unitInfo.", line.unitInfo());
        }
        return problems;
    }

    private static void sum(List<FieldProblem> problems, String path, Receipt.OrderLine line) {
        if (line.totalAmount() == null || line.totalAmountExcludingTax() == null || line.totalTaxAmount() == null) {
            return;
        }
        BigInteger tax =
                BigInteger.valueOf(line.totalAmount()).subtract(BigInteger.valueOf(line.totalAmountExcludingTax()));
        if (!tax.equals(BigInteger.valueOf(line.totalTaxAmount()))) {
            problems.add(new FieldProblem(
                    path + "totalTaxAmount",
                    "Total amount '-' total amount excluding tax don't match order line total tax amount"));
        }
    }

    private static void tax(List<FieldProblem> problems, String path, Receipt.OrderLine line) {
        if ((line.taxRate() == null) == (line.taxPercentage() == null)) {
            problems.add(new FieldProblem(path + "taxRate", "Either taxRate or taxPercentage must be set, not both."));
        }
        range(problems, path + "taxRate", line.taxRate(), MAX_TAX_RATE);
        range(problems, path + "taxPercentage", line.taxPercentage(), MAX_TAX_PERCENTAGE);
    }

    private static void unit(List<FieldProblem> problems, String path, Receipt.UnitInfo unit) {
        if (unit.unitPrice() == null || unit.unitPrice() < 0) {
            problems.add(new FieldProblem(path + "unitPrice", "Required, 0 or more."));
        }
        if (unit.quantity() == null
                || unit.quantity().length() > QUANTITY_MAX_LENGTH
                || !QUANTITY.matcher(unit.quantity()).matches()) {
            problems.add(new FieldProblem(path + "quantity", "Required, a decimal number of at most 10 characters."));
        }
        if (unit.quantityUnit() != null && !UNITS.contains(unit.quantityUnit())) {
            problems.add(new FieldProblem(path + "quantityUnit", "Must be one of PCS, KG, KM, MINUTE, LITRE, KWH."));
        }
    }

    private static void required(List<FieldProblem> problems, String name, Object value) {
        if (value == null || "".equals(value)) {
            problems.add(new FieldProblem(name, "The field is required."));
        }
    }

    private static void range(List<FieldProblem> problems, String name, Integer value, int max) {
        if (value != null && (value < 0 || value > max)) {
            problems.add(new FieldProblem(name, "Must be between 0 and " + max + "."));
        }
    }
}
