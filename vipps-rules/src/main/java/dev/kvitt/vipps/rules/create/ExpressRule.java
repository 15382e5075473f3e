package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Express: the customer's address and choice of delivery come with the payment. */
final class ExpressRule {

    private static final Set<String> NEEDED = Set.of("name", "address", "email", "phoneNumber");

    private ExpressRule() {}

    static List<FieldProblem> problems(CreateBody.Shipping shipping) {
        boolean fine = shipping == null || (shipping.fixedOptions() == null) != (shipping.dynamicOptions() == null);
        return fine
                ? List.of()
                : List.of(new FieldProblem("shipping", "Exactly one of fixedOptions and dynamicOptions must be set."));
    }

    static Optional<Refusal> refusal(CreateBody body, SalesUnit salesUnit) {
        if (body.shipping() == null) {
            return Optional.empty();
        }
        if (!salesUnit.has(Agreement.EXPRESS)) {
            return Optional.of(Refusal.Coded.of(ErrorCode.EXPRESS_NOT_ALLOWED));
        }
        return ScopeRule.scopes(body.profile()).equals(NEEDED)
                ? Optional.empty()
                : Optional.of(new Refusal.Coded(
                        ErrorCode.INVALID_SCOPE, "Express needs the scope: name address email phoneNumber."));
    }
}
