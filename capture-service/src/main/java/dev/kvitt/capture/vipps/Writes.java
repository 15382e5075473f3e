package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.Refusals;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.EPayment;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Prepares and makes the calls that change something at Vipps. There are no others in Kvitt. */
@Singleton
public class Writes {

    /** How long until sealing keys that cannot be had are asked for again. */
    static final Duration KEYS_AGAIN = Duration.ofSeconds(1);

    private final SalesUnits salesUnits;
    private final Customers customers;
    private final Requests requests;

    Writes(SalesUnits salesUnits, Customers customers, Requests requests) {
        this.salesUnits = salesUnits;
        this.customers = customers;
        this.requests = requests;
    }

    public Prepared prepare(Operation operation) {
        var command = operation.command();
        var payments = salesUnits.payments(command.msn());
        var closed = command instanceof CreatePayment && !salesUnits.acceptsNewSales(command.msn());
        if (payments.isEmpty() || closed) {
            return never(Refusals.UNKNOWN_SALES_UNIT);
        }
        try {
            return prepare(operation, payments.get());
        } catch (IllegalArgumentException e) {
            return never(Refusals.UNUSABLE_REQUEST);
        }
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
                yield new Prepared.Ready(() -> Answers.of(payments.capture(reference, amount, key), what, Views::of));
            }
            case RefundPayment refund -> {
                var amount = Views.amount(refund.amount());
                yield new Prepared.Ready(() -> Answers.of(payments.refund(reference, amount, key), what, Views::of));
            }
            case CancelPayment cancel ->
                new Prepared.Ready(() ->
                        Answers.of(payments.cancel(reference, cancel.onlyIfNotAuthorized(), key), what, Views::of));
        };
    }

    private Prepared create(CreatePayment create, EPayment payments, IdempotencyKey key, String what) {
        if (create.customer().kind() != Customer.Kind.CUSTOMER_TOKEN) {
            return never(Refusals.CUSTOMER_KIND_UNKNOWN);
        }
        return switch (customers.open(create.customer().value())) {
            case Customers.Opened.KeysAway _ -> new Prepared.NotReady(new Answer.Busy(Optional.of(KEYS_AGAIN)));
            case Customers.Opened.Lost(Refusal why) -> never(why);
            case Customers.Opened.Token(String token) -> {
                var request = requests.of(create, token);
                yield new Prepared.Ready(
                        () -> Answers.of(payments.create(request, key), what, created -> Optional.empty()));
            }
        };
    }

    private static Prepared never(Refusal why) {
        return new Prepared.NotReady(new Answer.CannotBeSent(why));
    }
}
