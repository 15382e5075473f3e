package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.receipt.ReceiptRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the request's schema asks for. Its violations are answered without an error code. */
final class ShapeRule {

    private static final int DESCRIPTION_MIN = 3;
    private static final int DESCRIPTION_MAX = 100;
    private static final int URL_MAX = 2500;
    private static final int AGE_MAX = 100;

    private ShapeRule() {}

    static List<FieldProblem> problems(CreateBody body, RulesSwitches.Create switches) {
        List<FieldProblem> problems = new ArrayList<>();
        reference(problems, body.reference());
        amount(problems, body.amount());
        oneOf(problems, "paymentMethod.type", method(body), true, "WALLET", "CARD", "CARD_PASSTHROUGH");
        oneOf(problems, "userFlow", body.userFlow(), true, names(UserFlow.values()));
        oneOf(problems, "customerInteraction", body.customerInteraction(), false, names(CustomerInteraction.values()));
        FieldProblem.ofLength("paymentDescription", body.paymentDescription(), DESCRIPTION_MIN, DESCRIPTION_MAX)
                .ifPresent(problems::add);
        int urlMax = switches.longReturnUrlAccepted() ? Integer.MAX_VALUE : URL_MAX;
        FieldProblem.ofLength("returnUrl", body.returnUrl(), 1, urlMax).ifPresent(problems::add);
        customer(problems, body.customer());
        problems.addAll(QrFormatRule.problems(body));
        problems.addAll(LegalLinksRule.problems(body.merchantLegalLinks(), switches));
        problems.addAll(AirlineDataRule.problems(body.industryData()));
        problems.addAll(ExpressRule.problems(body.shipping()));
        if (body.minimumUserAge() != null && (body.minimumUserAge() < 0 || body.minimumUserAge() > AGE_MAX)) {
            problems.add(new FieldProblem("minimumUserAge", "Must be between 0 and 100."));
        }
        if (body.receipt() != null) {
            problems.addAll(ReceiptRule.problems(body.receipt(), "receipt."));
        }
        return problems;
    }

    private static void reference(List<FieldProblem> problems, String reference) {
        if (!Reference.isValid(reference)) {
            problems.add(new FieldProblem(
                    "reference", "The field Reference must match the regular expression '" + Reference.PATTERN + "'."));
        }
    }

    private static void amount(List<FieldProblem> problems, CreateBody.Amount amount) {
        if (amount == null || amount.value() == null) {
            problems.add(new FieldProblem("amount.value", "The field is required."));
        }
        String currency = amount == null ? null : amount.currency();
        oneOf(problems, "amount.currency", currency, true, names(Currency.values()));
    }

    private static void customer(List<FieldProblem> problems, CreateBody.Customer customer) {
        if (customer == null) {
            return;
        }
        long given = Stream.of(customer.phoneNumber(), customer.personalQr(), customer.customerToken())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            problems.add(new FieldProblem(
                    "customer", "Exactly one of phoneNumber, personalQr and customerToken must be set."));
        }
    }

    private static String method(CreateBody body) {
        return body.paymentMethod() == null ? null : body.paymentMethod().type();
    }

    private static void oneOf(
            List<FieldProblem> problems, String name, String value, boolean required, String... allowed) {
        boolean fine = value == null ? !required : List.of(allowed).contains(value);
        if (!fine) {
            problems.add(new FieldProblem(name, "Must be one of " + String.join(", ", allowed) + "."));
        }
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
