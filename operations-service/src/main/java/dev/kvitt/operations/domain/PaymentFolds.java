package dev.kvitt.operations.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Keys;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The payments of a sale, from everything that is said about them. */
final class PaymentFolds {

    /** A payment and what an event says of its sums; either may be absent. */
    record Named(PaymentReference reference, Aggregate aggregate) {}

    private final String key;
    private final Msn msn;
    private final Map<String, PaymentFold> byReference = new TreeMap<>();

    private PaymentFolds(String key) {
        this.key = key;
        this.msn = new Msn(key.substring(0, key.indexOf('/')));
    }

    static Collection<PaymentFold> of(String key, List<Heard> heard) {
        var folds = new PaymentFolds(key);
        heard.stream().filter(each -> each.data() != null).forEach(folds::add);
        return folds.byReference.values();
    }

    private void add(Heard heard) {
        switch (heard.data()) {
            case PaymentCommand command -> commanded(command, heard);
            case OperationResult result -> answered(result, heard);
            case PaymentHappened fact -> on(fact.reference(), heard, fold -> fold.happened(fact));
            case PaymentObserved fact
            when fact.view() != null -> on(fact.reference(), heard, fold -> fold.seen(fact.view(), heard.at()));
            case PaymentEvent event -> told(event, heard);
            default -> {}
        }
    }

    private void commanded(PaymentCommand command, Heard heard) {
        on(command.reference(), heard, fold -> {
            if (command instanceof CreatePayment create) {
                fold.asked(create.amount());
            }
        });
    }

    private void answered(OperationResult result, Heard heard) {
        on(result.operationId().reference(), heard, fold -> {
            if (result.outcome() == OperationResult.Outcome.SUCCEEDED
                    && result.operationId().kind() == OperationId.Kind.CREATE) {
                fold.requested(result.at());
            }
            if (result.view() != null) {
                fold.seen(result.view(), result.at());
            }
        });
    }

    private void told(PaymentEvent event, Heard heard) {
        var named = named(event);
        if (named.isEmpty() || named.get().reference() == null) {
            return;
        }
        on(named.get().reference(), heard, fold -> {
            if (named.get().aggregate() != null) {
                fold.told(named.get().aggregate(), heard.at());
            }
            if (event instanceof PaymentAuthorized authorized) {
                fold.guaranteed(authorized.captureGuaranteedUntil());
            }
        });
    }

    /** Of an event on {@code payment.events} which payment it is about. */
    static Optional<Named> named(EventData event) {
        return Optional.ofNullable(
                switch (event) {
                    case PaymentRequested e -> new Named(e.reference(), null);
                    case PaymentAuthorized e -> new Named(e.reference(), e.aggregate());
                    case PaymentCaptured e -> new Named(e.reference(), e.aggregate());
                    case PaymentReleased e -> new Named(e.reference(), e.aggregate());
                    case PaymentSettled e -> new Named(e.reference(), e.aggregate());
                    case PaymentRefunded e -> new Named(e.reference(), e.aggregate());
                    case PaymentUncollectable e -> new Named(e.reference(), e.aggregate());
                    case PaymentAtRisk e -> new Named(e.reference(), e.aggregate());
                    case PaymentEnded e -> new Named(e.reference(), e.aggregate());
                    case PaymentFailed e -> new Named(e.reference(), null);
                    default -> null;
                });
    }

    /** What names a payment of another sale says nothing about that: each payment belongs to the sale in its reference. */
    private void on(PaymentReference reference, Heard heard, Consumer<PaymentFold> what) {
        if (!Keys.payment(msn, reference).equals(key)) {
            return;
        }
        var fold = byReference.computeIfAbsent(reference.value(), name -> new PaymentFold(msn.value(), reference, key));
        fold.at(heard.at());
        what.accept(fold);
    }
}
