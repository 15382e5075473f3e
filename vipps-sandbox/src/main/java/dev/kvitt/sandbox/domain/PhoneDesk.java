package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.customers.Consent;
import dev.kvitt.sandbox.customers.Consents;
import dev.kvitt.sandbox.customers.Customer;
import dev.kvitt.vipps.rules.Approval;
import dev.kvitt.vipps.rules.Bank;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.customer.PayerRule;
import dev.kvitt.vipps.rules.customer.Standing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What customers, and their banks, do to the payments of one sales unit. Empty answers: there is no such payment. */
public final class PhoneDesk {

    private final MerchantState merchant;
    private final PaymentBook book;
    private final PaymentDesk payments;
    private final Surroundings surroundings;

    PhoneDesk(MerchantState merchant, PaymentBook book, PaymentDesk payments, Surroundings surroundings) {
        this.merchant = merchant;
        this.book = book;
        this.payments = payments;
        this.surroundings = surroundings;
    }

    /** A customer looks at the payment in the app, and from then on it is theirs. */
    public Optional<Transition> open(Reference reference, Optional<Msisdn> customer) {
        return change(
                reference,
                customer,
                (stored, who) -> isWaiting(stored)
                        ? new Transition.Quiet(stored.payment())
                        : new Transition.Refused(
                                new Refusal.TooLate(stored.payment().state())));
    }

    /**
     * The customer approves in the app.
     *
     * @param customer who, if the payment does not name its customer; if nobody is named, the merchant's first customer
     * @param shares what the merchant asked for in {@code profile.scope}; nothing is shared that was not asked for
     */
    public Optional<Transition> approve(Reference reference, Optional<Msisdn> customer, boolean shares) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return change(reference, customer, (stored, who) -> {
            Optional<ErrorCode> refusal = who.map(surroundings.people().customers()::get)
                    .flatMap(payer -> PayerRule.approvalRefusal(
                            payer.payer(), stored.order().minimumUserAge(), today()));
            if (refusal.isPresent()) {
                return new Transition.Refused(Refusal.Coded.of(refusal.get()));
            }
            if (!shares && !stored.order().scopes().isEmpty()) {
                return stored.payment().withholdConsent(stamp, surroundings.switches());
            }
            return approve(stored, who, Approval.IN_APP, stamp);
        });
    }

    public Optional<Transition> reject(Reference reference) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return change(
                reference, Optional.empty(), (stored, who) -> stored.payment().reject(stamp, surroundings.switches()));
    }

    /** The customer's bank changes what it is doing about the payment. */
    public Optional<Transition> bankIs(Bank now, Reference reference) {
        return payments.happen(
                reference,
                UnaryOperator.identity(),
                payment -> payment.bankIs(now, surroundings.clock().now()));
    }

    /** The test environment approves in the customer's place, sharing whatever was asked for. */
    public ForcedApproval force(Reference reference, ForcedApproval.By by) {
        return surroundings.state().together(() -> book.find(reference)
                .map(stored -> ForcedApproval.judge(
                                stored, by, first(), surroundings.people().customers()::get, today())
                        .<ForcedApproval>map(ForcedApproval.Refused::new)
                        .orElseGet(() -> forced(reference, by.customer())))
                .orElseGet(() -> new ForcedApproval.Refused(ErrorCode.REFERENCE_NOT_FOUND)));
    }

    private ForcedApproval forced(Reference reference, Optional<Msisdn> customer) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return change(reference, customer, (stored, who) -> approve(stored, who, Approval.FORCED, stamp))
                .map(ForcedApproval::after)
                .orElseThrow();
    }

    private Transition approve(StoredPayment stored, Optional<Msisdn> who, Approval how, EventStamp stamp) {
        Transition transition = stored.payment().approve(how, stamp, surroundings.switches());
        if (transition instanceof Transition.Done(Payment after, var event)
                && after.state() == PaymentState.AUTHORIZED) {
            who.ifPresent(customer -> approved(stored, customer, how, stamp));
        }
        return transition;
    }

    private void approved(StoredPayment stored, Msisdn customer, Approval how, EventStamp stamp) {
        if (!stored.order().scopes().isEmpty()) {
            Consent consent = new Consent(
                    Consents.sub(merchant.msn(), customer),
                    customer,
                    stored.order().scopes(),
                    stamp.at());
            surroundings
                    .people()
                    .consents()
                    .add(merchant.msn(), stored.payment().reference(), consent);
        }
        Customer known = surroundings.people().customers().get(customer);
        if (how == Approval.IN_APP && known.standing() == Standing.NEW) {
            surroundings.people().customers().change(customer, before -> before.with(Standing.GOOD));
        }
    }

    /** What happens to a payment in somebody's hands. */
    private interface Deed {
        Transition to(StoredPayment stored, Optional<Msisdn> who);
    }

    private Optional<Transition> change(Reference reference, Optional<Msisdn> customer, Deed deed) {
        return surroundings.state().together(() -> book.find(reference).flatMap(stored -> {
            Optional<Msisdn> who = stored.customer().or(() -> customer).or(this::first);
            return payments.happen(
                    reference, before -> who.map(before::by).orElse(before), payment -> deed.to(stored, who));
        }));
    }

    private Optional<Msisdn> first() {
        return merchant.merchant().customers().stream().findFirst();
    }

    private boolean isWaiting(StoredPayment stored) {
        return stored.payment().state() == PaymentState.CREATED
                && surroundings.clock().now().isBefore(stored.payment().approvalDeadline());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(surroundings.clock().now(), ZoneOffset.UTC);
    }
}
