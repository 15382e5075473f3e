package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.Refusals;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.ReceiptCheck;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.EPayment;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Prepares and makes the calls that change something at Vipps. There are no others in Kvitt. */
@Singleton
public class Writes {

    /** How long until sealing keys that cannot be had are asked for again. */
    static final Duration KEYS_AGAIN = Duration.ofSeconds(1);

    /** How long until a sales unit that the registry has lost is looked for again; that takes another start. */
    static final Duration REGISTRY_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Writes.class);

    private final SalesUnits salesUnits;
    private final Customers customers;
    private final KnownCustomers known;
    private final Requests requests;

    Writes(SalesUnits salesUnits, Customers customers, KnownCustomers known, Requests requests) {
        this.salesUnits = salesUnits;
        this.customers = customers;
        this.known = known;
        this.requests = requests;
    }

    public Prepared prepare(Operation operation) {
        var command = operation.command();
        var payments = salesUnits.payments(command.msn());
        var closed = command instanceof CreatePayment && !salesUnits.acceptsNewSales(command.msn());
        if (closed) {
            return never(Refusals.UNKNOWN_SALES_UNIT);
        }
        if (payments.isEmpty()) {
            return notInRegistry(operation);
        }
        try {
            return prepare(operation, payments.get());
        } catch (IllegalArgumentException e) {
            return never(Refusals.UNUSABLE_REQUEST);
        }
    }

    /** A slip in a file must not end in goods without their money, nor in money that stays reserved. */
    private static Prepared notInRegistry(Operation operation) {
        LOG.errorf(
                "MONEY AT RISK: operation %s/%s has to wait because its sales unit is not in the registry. Put it back (with"
                        + " enabled: false, should it sell no more). Looked at again in %s.",
                operation.command().msn(), operation.command().operationId(), REGISTRY_AGAIN);
        return new Prepared.NotReady(new Answer.Busy(Optional.of(REGISTRY_AGAIN)));
    }

    private Prepared prepare(Operation operation, EPayment payments) {
        var key = new IdempotencyKey(operation.idempotencyKey().toString());
        var reference = new Reference(operation.command().reference().value());
        var what = "Operation " + operation.command().msn() + "/"
                + operation.command().operationId();
        return switch (operation.command()) {
            case CreatePayment create -> create(create, payments, key, what);
            case CapturePayment capture -> {
                var amount = Views.amount(capture.amount());
                yield new Prepared.Ready(() -> Answers.ofChange(payments.capture(reference, amount, key), what));
            }
            case RefundPayment refund -> {
                var amount = Views.amount(refund.amount());
                yield new Prepared.Ready(() -> Answers.ofChange(payments.refund(reference, amount, key), what));
            }
            case CancelPayment cancel ->
                new Prepared.Ready(
                        () -> Answers.ofChange(payments.cancel(reference, cancel.onlyIfNotAuthorized(), key), what));
        };
    }

    private Prepared create(CreatePayment create, EPayment payments, IdempotencyKey key, String what) {
        return switch (create.customer().kind()) {
            case SCREEN -> ready(create, Optional.empty(), payments, key, what);
            case KNOWN -> opened(known.numberOf(create), create, payments, key, what);
            case BROWSER ->
                create.customer().value() == null
                        ? ready(create, Optional.empty(), payments, key, what)
                        : opened(customers.open(create.customer().value()), create, payments, key, what);
            case CUSTOMER_TOKEN, PERSONAL_QR, PHONE_NUMBER ->
                opened(customers.open(create.customer().value()), create, payments, key, what);
        };
    }

    private Prepared opened(
            Customers.Opened opened, CreatePayment create, EPayment payments, IdempotencyKey key, String what) {
        return switch (opened) {
            case Customers.Opened.KeysAway _ -> new Prepared.NotReady(new Answer.Busy(Optional.of(KEYS_AGAIN)));
            case Customers.Opened.Lost(Refusal why) -> never(why);
            case Customers.Opened.Value(String clear) -> known(create, clear, payments, key, what);
        };
    }

    private Prepared known(CreatePayment create, String clear, EPayment payments, IdempotencyKey key, String what) {
        var customer = Payers.of(create.customer().kind(), clear, salesUnits.market(create.msn()));
        return customer.isPresent() ? ready(create, customer, payments, key, what) : never(Refusals.CUSTOMER_UNUSABLE);
    }

    private Prepared ready(
            CreatePayment create,
            Optional<dev.kvitt.vipps.client.epayment.Customer> customer,
            EPayment payments,
            IdempotencyKey key,
            String what) {
        // Vipps refuses a whole request over a tax that is an øre off.
        var problem = new ReceiptCheck(create.amount(), create.receipt(), create.bottomLine()).problem();
        if (problem.isPresent()) {
            return never(Refusals.of(problem.get()));
        }
        var request = requests.of(create, customer);
        return new Prepared.Ready(() -> Answers.ofCreate(payments.create(request, key), what));
    }

    private static Prepared never(Refusal why) {
        return new Prepared.NotReady(new Answer.CannotBeSent(why));
    }
}
