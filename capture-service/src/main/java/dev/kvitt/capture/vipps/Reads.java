package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.LogEntry;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.Reading;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.EPayment;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks Vipps about the payment of an operation. */
@Singleton
public class Reads {

    private final SalesUnits salesUnits;

    Reads(SalesUnits salesUnits) {
        this.salesUnits = salesUnits;
    }

    /** How many calls one look at the payment of this operation takes. */
    public static int calls(Operation operation) {
        return operation.command() instanceof CreatePayment ? 1 : 2;
    }

    public Reading read(Operation operation) {
        var reference = new Reference(operation.command().reference().value());
        return salesUnits
                .payments(operation.command().msn())
                .map(payments -> operation.command() instanceof CreatePayment
                        ? payment(payments, reference, List.of())
                        : logAndPayment(payments, reference))
                .orElseGet(Reading.Unreadable::new);
    }

    /**
     * The log first, so that the sums are at least as new as the events. What has a log is there.
     */
    private static Reading logAndPayment(EPayment payments, Reference reference) {
        return switch (payments.events(reference)) {
            case Outcome.Done<List<dev.kvitt.vipps.client.epayment.PaymentEvent>> done ->
                payment(
                                        payments,
                                        reference,
                                        done.answer().stream()
                                                .map(Translate::entry)
                                                .toList())
                                instanceof Reading.Found found
                        ? found
                        : new Reading.Unreadable();
            case Outcome.Refused<?> refused -> refused(refused);
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ -> new Reading.Unreadable();
        };
    }

    private static Reading payment(EPayment payments, Reference reference, List<LogEntry> log) {
        return switch (payments.get(reference)) {
            case Outcome.Done<PaymentAnswer>(PaymentAnswer answer) ->
                Views.of(answer)
                        .<Reading>map(view ->
                                new Reading.Found(view, answer.metadata(), log, Translate.url(answer.redirectUrl())))
                        .orElseGet(Reading.Unreadable::new);
            case Outcome.Refused<?> refused -> refused(refused);
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ -> new Reading.Unreadable();
        };
    }

    /** A 404 without Vipps' code may come from its gateway, which knows of no payments at all. */
    private static Reading refused(Outcome.Refused<?> refused) {
        return refused.error().is(ErrorCode.REFERENCE_NOT_FOUND) ? new Reading.NotThere() : new Reading.Unreadable();
    }
}
