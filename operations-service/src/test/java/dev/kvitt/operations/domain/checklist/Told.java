package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.Vat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the topics say of one sale, message by message, each a second after the one before, two hours ago. */
public final class Told {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Msn MSN = new Msn("123456");
    private static final long ASKED = 5000;

    private final List<Event<?>> messages = new ArrayList<>();
    private final SaleId saleId;
    private final PaymentReference reference;

    public Told(String sale) {
        saleId = new SaleId(sale);
        reference = PaymentReference.of(saleId, 1);
    }

    public List<Event<?>> list() {
        return messages;
    }

    public Told created() {
        var line = Vat.line("thing", "Thing", nok(ASKED), 2500);
        say(new CreatePayment(
                MSN,
                saleId,
                OperationId.of(reference, Kind.CREATE, 1),
                at(),
                nok(ASKED),
                Customer.unknown(Customer.Kind.SCREEN),
                true,
                UserFlow.QR,
                "Purchase",
                NOW,
                "till-1",
                List.of(line),
                null));
        happened("CREATED", ASKED, null);
        return result(Kind.CREATE, Outcome.SUCCEEDED, null, view(PaymentState.CREATED, 0, 0, 0, 0, null));
    }

    public Told observed(PaymentState state) {
        return say(new PaymentObserved(MSN, reference, 1, true, view(state, 0, 0, 0, 0, null), at()));
    }

    public Told authorized(long amount, Instant guaranteedUntil) {
        happened("AUTHORIZED", amount, guaranteedUntil);
        return say(new PaymentObserved(
                MSN, reference, 2, true, view(PaymentState.AUTHORIZED, amount, 0, 0, 0, guaranteedUntil), at()));
    }

    public Told captured(long authorized, long amount) {
        happened("CAPTURED", amount, null);
        return result(
                Kind.CAPTURE, Outcome.SUCCEEDED, null, view(PaymentState.AUTHORIZED, authorized, amount, 0, 0, null));
    }

    public Told cancelled(long authorized, long captured) {
        var rest = authorized - captured;
        happened("CANCELLED", rest, null);
        return result(
                Kind.CANCEL,
                Outcome.SUCCEEDED,
                null,
                view(PaymentState.AUTHORIZED, authorized, captured, rest, 0, null));
    }

    public Told refunded(long captured, long amount) {
        happened("REFUNDED", amount, null);
        var view = view(PaymentState.AUTHORIZED, captured, captured, 0, amount, null);
        return result(Kind.REFUND, Outcome.SUCCEEDED, null, view);
    }

    public Told ended(PaymentState state) {
        return happened(state.name(), ASKED, null);
    }

    public Told refused(String code) {
        var sale = new SaleContext(MSN, saleId, "shop-1", "till-1", null);
        return say(new RequestRefused(sale, UUID.randomUUID(), "r-1", new Refusal(code, "Not done.", false)));
    }

    public Told result(Kind kind, Outcome outcome, String code, PaymentView view) {
        var operation = kind == Kind.REFUND
                ? OperationId.refund(reference, UUID.randomUUID())
                : OperationId.of(reference, kind, 1);
        var refusal = code == null ? null : new Refusal(code, "Not done.", false);
        return say(new OperationResult(MSN, saleId, operation, 1, outcome, view, refusal, null, at()));
    }

    private Told happened(String name, long amount, Instant guaranteedUntil) {
        return say(new PaymentHappened(
                MSN, reference, "psp-" + name, name, nok(amount), at(), null, true, guaranteedUntil));
    }

    private Told say(EventData data) {
        messages.add(new Event<>(UUID.randomUUID(), "kvitt/test", at(), MSN, "till-1", data));
        return this;
    }

    private Instant at() {
        return NOW.minusSeconds(7200 - messages.size());
    }

    private static PaymentView view(
            PaymentState state, long authorized, long captured, long cancelled, long refunded, Instant until) {
        var sums = new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
        return new PaymentView(state, nok(ASKED), sums, "psp-1", until);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
