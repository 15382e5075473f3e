package dev.kvitt.operations.support;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.UserFlow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sales as they come over the topics. */
public final class Stories {

    private static final Instant LATER = Instant.parse("2026-11-28T10:00:00Z");

    final Msn msn;
    final SaleId saleId;
    final SaleContext context;
    final Told told;

    Stories(String msn, String saleId) {
        this.msn = new Msn(msn);
        this.saleId = new SaleId(saleId);
        this.context = new SaleContext(this.msn, this.saleId, "oslo-s", "machine-1", null);
        this.told = new Told(this.msn);
    }

    /** Up to 50.00 reserved, 30.00 captured, the rest given back. */
    public static Told vending(String msn, String saleId) {
        return new Stories(msn, saleId)
                .opened(5000)
                .asked(1, 5000)
                .reserved(1, 5000)
                .sold(1, 5000, 3000)
                .told;
    }

    /** As {@link #vending}, and 10.00 of it paid back. */
    public static Told refunded(String msn, String saleId) {
        var story = new Stories(msn, saleId)
                .opened(5000)
                .asked(1, 5000)
                .reserved(1, 5000)
                .sold(1, 5000, 3000);
        var id = OperationId.refund(story.reference(1), UUID.nameUUIDFromBytes(new byte[] {1}));
        story.told.say(new RefundRequested(story.msn, story.saleId, "machine-1", "r-9", nok(1000)));
        story.told.say(new RefundPayment(story.msn, story.saleId, id, LATER, nok(1000)));
        story.happened(1, "REFUNDED", "psp-r", 1000);
        story.told.say(new PaymentRefunded(
                story.context, 1, story.reference(1), sums(5000, 3000, 2000, 1000), nok(1000), "r-9", true));
        return story.told;
    }

    /** Declined, then asked again and reserved. */
    public static Told secondAttempt(String msn, String saleId) {
        return new Stories(msn, saleId)
                .opened(4900)
                .asked(1, 4900)
                .declined(1, 4900)
                .asked(2, 4900)
                .reserved(2, 4900)
                .told;
    }

    /** Declined. */
    public static Told declined(String msn, String saleId) {
        return new Stories(msn, saleId).opened(4900).asked(1, 4900).declined(1, 4900).told;
    }

    /** Nothing but an opening that was refused. */
    public static Told refused(String msn, String saleId) {
        var story = new Stories(msn, saleId).opened(4900);
        return story.told.say(new RequestRefused(
                story.context,
                story.told.lastId(),
                "r-1",
                new Refusal("unknown-till", "There is no such till.", false)));
    }

    /** Parked while money is reserved. */
    public static Told parked(String msn, String saleId) {
        var story = new Stories(msn, saleId).opened(5000).asked(1, 5000).reserved(1, 5000);
        story.told.say(new SaleParked(story.context, new Refusal("parked", "A person has to look.", false)));
        return story.told.say(new PaymentAtRisk(
                story.context, 1, story.reference(1), sums(5000, 0, 0, 0), "parked", nok(5000), LATER));
    }

    /** What no row can hold: an index of PostgreSQL takes no text as long as this till's name. Else it would park the sale. */
    public static Told poison(String msn, String saleId) {
        var till = IntStream.range(0, 1000)
                .mapToObj(number -> UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number / 256)})
                        .toString())
                .collect(Collectors.joining());
        return parkedAt(till, msn, saleId);
    }

    /** Parked, and nothing else is known but this till. */
    public static Told parkedAt(String till, String msn, String saleId) {
        var sale = new SaleContext(new Msn(msn), new SaleId(saleId), null, till, null);
        return new Told(new Msn(msn)).say(new SaleParked(sale, new Refusal("parked", "A person has to look.", false)));
    }

    Stories opened(long amount) {
        told.say(new SaleOpened(
                msn,
                saleId,
                "machine-1",
                "r-1",
                nok(amount),
                true,
                60,
                "A vend",
                LATER,
                null,
                Customer.unknown(Customer.Kind.SCREEN),
                null,
                List.of()));
        return this;
    }

    Stories asked(int attempt, long amount) {
        var id = OperationId.of(reference(attempt), Kind.CREATE, 1);
        told.say(new CreatePayment(
                msn,
                saleId,
                id,
                LATER,
                nok(amount),
                Customer.unknown(Customer.Kind.SCREEN),
                true,
                UserFlow.QR,
                "A vend",
                LATER,
                "machine-1",
                List.of(),
                null));
        told.say(result(id, view(PaymentState.CREATED, amount, sums(0, 0, 0, 0))));
        told.say(new PaymentRequested(context, attempt, reference(attempt), nok(amount), UserFlow.QR, null));
        happened(attempt, "CREATED", "psp-n" + attempt, amount);
        return this;
    }

    Stories declined(int attempt, long amount) {
        happened(attempt, "ABORTED", "psp-a", amount);
        told.say(new PaymentEnded(
                context, PaymentEnded.How.ABORTED, attempt, reference(attempt), Aggregate.zero(Currency.NOK)));
        return this;
    }

    Stories reserved(int attempt, long amount) {
        happened(attempt, "AUTHORIZED", "psp-z" + attempt, amount);
        told.say(new PaymentAuthorized(
                context,
                attempt,
                reference(attempt),
                sums(amount, 0, 0, 0),
                nok(amount),
                LATER,
                LATER,
                List.of(),
                null,
                null));
        return this;
    }

    private Stories sold(int attempt, long reserved, long amount) {
        var reference = reference(attempt);
        var capture = OperationId.of(reference, Kind.CAPTURE, 1);
        var cancel = OperationId.of(reference, Kind.CANCEL, 1);
        told.say(new AmountConfirmed(msn, saleId, "machine-1", "r-2", nok(amount), List.of()));
        told.say(new CapturePayment(msn, saleId, capture, LATER, nok(amount)));
        told.say(result(capture, view(PaymentState.AUTHORIZED, reserved, sums(reserved, amount, 0, 0))));
        happened(attempt, "CAPTURED", "psp-c", amount);
        told.say(new PaymentCaptured(
                context, attempt, reference, sums(reserved, amount, 0, 0), nok(amount), List.of(), null, null));
        told.say(new CancelPayment(msn, saleId, cancel, LATER, false));
        told.say(result(cancel, view(PaymentState.AUTHORIZED, reserved, sums(reserved, amount, reserved - amount, 0))));
        happened(attempt, "CANCELLED", "psp-x", reserved - amount);
        told.say(new PaymentReleased(
                context,
                attempt,
                reference,
                sums(reserved, amount, reserved - amount, 0),
                nok(reserved - amount),
                "remainder",
                false));
        told.say(new PaymentSettled(
                context, attempt, reference, sums(reserved, amount, reserved - amount, 0), nok(amount), List.of()));
        return this;
    }

    void happened(int attempt, String name, String psp, long amount) {
        told.say(new PaymentHappened(
                msn,
                reference(attempt),
                psp,
                name,
                nok(amount),
                Instant.parse("2026-11-21T10:00:30Z"),
                null,
                true,
                name.equals("AUTHORIZED") ? LATER : null));
    }

    OperationResult result(OperationId id, PaymentView view) {
        return new OperationResult(
                msn,
                saleId,
                id,
                1,
                OperationResult.Outcome.SUCCEEDED,
                view,
                null,
                null,
                Instant.parse("2026-11-21T10:00:40Z"));
    }

    PaymentReference reference(int attempt) {
        return PaymentReference.of(saleId, attempt);
    }

    static PaymentView view(PaymentState state, long amount, Aggregate sums) {
        return new PaymentView(state, nok(amount), sums, "psp-of-payment", null);
    }

    public static Aggregate sums(long authorized, long captured, long cancelled, long refunded) {
        return new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
