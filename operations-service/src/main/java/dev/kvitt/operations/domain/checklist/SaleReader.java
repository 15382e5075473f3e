package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Event;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes out of a sale's messages what the checklist looks at. The order in which they come does not matter. */
final class SaleReader {

    private final Map<String, Gathered> payments = new TreeMap<>();
    private final List<Sale.Told> told = new ArrayList<>();

    private SaleReader() {}

    static Sale read(String saleId, Collection<Event<?>> messages) {
        var reader = new SaleReader();
        messages.forEach(reader::take);
        var read = reader.payments.values().stream().map(Gathered::payment).toList();
        return new Sale(saleId, read, List.copyOf(reader.told));
    }

    private void take(Event<?> event) {
        switch (event.data()) {
            case CreatePayment asked -> of(asked.reference(), event).asked = Optional.of(asked);
            case OperationResult result ->
                of(result.operationId().reference(), event).did(result);
            case PaymentHappened happened -> of(happened.reference(), event).was(happened);
            case PaymentObserved observed ->
                of(observed.reference(), event).shown(observed.view(), Payment.By.POLL, observed.askedAt());
            case ReceiptPosted posted -> of(posted.reference(), event).receiptAt = Optional.of(event.time());
            case RequestRefused refused -> tell(event, refused.refusal());
            case PaymentFailed failed -> tell(event, failed.refusal());
            default -> {
                // What a checklist does not ask for.
            }
        }
    }

    private void tell(Event<?> event, Refusal refusal) {
        told.add(new Sale.Told(event.time(), refusal.code()));
    }

    private Gathered of(PaymentReference reference, Event<?> event) {
        var payment = payments.computeIfAbsent(reference.value(), name -> new Gathered(reference, event.time()));
        if (event.time().isBefore(payment.at)) {
            payment.at = event.time();
        }
        return payment;
    }

    /** What was found of one payment so far. */
    private static final class Gathered {

        private final PaymentReference reference;
        private final Map<OperationId, OperationResult> results =
                new TreeMap<>(Comparator.comparing(OperationId::value));
        private final List<Payment.Fact> facts = new ArrayList<>();
        private final List<Payment.Shown> states = new ArrayList<>();
        private Instant at;
        private Optional<CreatePayment> asked = Optional.empty();
        private Optional<Aggregate> sums = Optional.empty();
        private Optional<Instant> guaranteedUntil = Optional.empty();
        private Optional<Instant> receiptAt = Optional.empty();

        Gathered(PaymentReference reference, Instant at) {
            this.reference = reference;
            this.at = at;
        }

        void did(OperationResult result) {
            results.merge(result.operationId(), result, (one, other) -> one.number() >= other.number() ? one : other);
            shown(result.view(), Payment.By.ANSWER, result.at());
        }

        void was(PaymentHappened happened) {
            if (!happened.success()) {
                return;
            }
            facts.add(new Payment.Fact(happened.name(), happened.amount(), happened.timestamp()));
            state(happened.name())
                    .ifPresent(state -> states.add(new Payment.Shown(state, Payment.By.WEBHOOK, happened.timestamp())));
            guaranteed(happened.captureGuaranteedUntil());
        }

        private static Optional<PaymentState> state(String name) {
            return Arrays.stream(PaymentState.values())
                    .filter(state -> state.name().equals(name))
                    .findFirst();
        }

        void shown(PaymentView view, Payment.By by, Instant when) {
            if (view == null) {
                return;
            }
            states.add(new Payment.Shown(view.state(), by, when));
            sums = Optional.of(sums.map(view.aggregate()::max).orElse(view.aggregate()));
            guaranteed(view.captureGuaranteedUntil());
        }

        private void guaranteed(Instant until) {
            if (until != null) {
                guaranteedUntil = Optional.of(until);
            }
        }

        Payment payment() {
            return new Payment(
                    reference,
                    at,
                    asked,
                    results.values().stream().map(Gathered::deed).toList(),
                    sorted(facts, Payment.Fact::at),
                    sorted(states, Payment.Shown::at),
                    sums,
                    guaranteedUntil,
                    receiptAt);
        }

        private static Payment.Deed deed(OperationResult result) {
            var code = Optional.ofNullable(result.refusal()).map(Refusal::code);
            return new Payment.Deed(result.operationId(), result.outcome(), code, result.at());
        }

        private static <T> List<T> sorted(List<T> all, Function<T, Instant> by) {
            return all.stream().sorted(Comparator.comparing(by)).toList();
        }
    }
}
