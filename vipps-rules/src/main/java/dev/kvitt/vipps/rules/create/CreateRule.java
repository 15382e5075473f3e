package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides whether a create request may become a payment, as far as the request and the sales unit tell. What needs a store
 * (is the reference taken, whose is the token) comes after.
 */
public final class CreateRule {

    private CreateRule() {}

    /** Malformed fields are reported together, without a code; after that the first rule that says no answers. */
    public static CreateVerdict judge(CreateBody body, SalesUnit salesUnit, Instant now, RulesSwitches switches) {
        List<FieldProblem> malformed = ShapeRule.problems(body, switches.create());
        if (!malformed.isEmpty()) {
            return new CreateVerdict.Refused(new Refusal.Malformed(malformed));
        }
        Stream<Supplier<Optional<Refusal>>> rules = Stream.of(
                () -> AmountRule.refusal(body.amount(), salesUnit),
                () -> FlowRule.refusal(body, salesUnit, switches.create()),
                () -> ScopeRule.refusal(body.profile(), salesUnit),
                () -> ExpressRule.refusal(body, salesUnit),
                () -> CustomerRule.refusal(body.customer(), switches.create()),
                () -> MetadataRule.refusal(body.metadata()),
                () -> ExpiryRule.refusal(body, salesUnit, now, switches.create()));
        return rules.map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .<CreateVerdict>map(CreateVerdict.Refused::new)
                .orElseGet(() -> new CreateVerdict.Accepted(order(body, now)));
    }

    private static CreateOrder order(CreateBody body, Instant now) {
        return new CreateOrder(
                new Reference(body.reference()),
                new Money(body.amount().value(), Currency.valueOf(body.amount().currency())),
                UserFlow.valueOf(body.userFlow()),
                CustomerRule.customer(body.customer()),
                body.customerInteraction() == null
                        ? CustomerInteraction.CUSTOMER_NOT_PRESENT
                        : CustomerInteraction.valueOf(body.customerInteraction()),
                ExpiryRule.approvalDeadline(body, now),
                Optional.ofNullable(body.paymentDescription()),
                Optional.ofNullable(body.returnUrl()),
                body.metadata() == null ? Map.of() : body.metadata(),
                Optional.ofNullable(body.receipt()),
                QrFormatRule.image(body),
                ScopeRule.scopes(body.profile()),
                Optional.ofNullable(body.minimumUserAge()),
                body.shipping() != null);
    }
}
