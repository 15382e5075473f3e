package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The till's sale that the examples of the contract tell: three ways to find who pays, and a part of it paid back. */
class TillExampleTest {

    private static final SaleId SALE = new SaleId("till-3-20261121-0042");
    private static final SaleContext CONTEXT =
            new SaleContext(new Msn("123456"), SALE, "oslo-s", "till-3", "till-3-qr");
    private static final Instant START = Instant.parse("2026-11-21T11:00:00Z");
    private static final List<OrderLine> LINES =
            List.of(line("coffee-03", 4900, 4261, 639), line("bun-cinnamon", 3000, 2609, 391));
    private static final Terms TERMS = new Terms(
            nok(7900),
            false,
            true,
            600,
            true,
            Duration.ofDays(180),
            UserFlow.WEB_REDIRECT,
            false,
            true,
            ReceiptWay.AT_CREATE,
            LINES,
            null,
            "Kiosk purchase",
            START.plusSeconds(120),
            false);

    private final Saga saga = new Saga(Timing.DEFAULT);
    private Sale sale = Sale.NEW;
    private Instant now = START;
    private List<EventData> last = List.of();

    @Test
    void whose_code_was_too_old_scans_and_then_a_friend_pays_and_the_bun_is_paid_back() {
        assertThat(only(PaymentWaiting.class, new Input.Opened(request("0042-open"), CONTEXT, TERMS, null))
                        .why()
                        .code())
                .isEqualTo("customer");

        var shown = new Presented(sealed(Customer.Kind.PERSONAL_QR), now.plusSeconds(130));
        var first = only(CreatePayment.class, new Input.CustomerPresented(request("0042-customer"), shown));
        assertThat(first.userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(first.receipt()).isEqualTo(LINES);

        assertThat(only(PaymentWaiting.class, refused(1, "create/1", "vipps-4060"))
                        .why()
                        .code())
                .isEqualTo("scan-again");

        var scanned = new Presented(sealed(Customer.Kind.CUSTOMER_TOKEN), now.plusSeconds(150));
        var second = only(CreatePayment.class, new Input.CustomerPresented(null, scanned));
        assertThat(second.reference()).isEqualTo(PaymentReference.of(SALE, 2));
        only(PaymentRequested.class, done(2, "create/1", PaymentState.CREATED, 0, 0, 0, 0));

        later(Duration.ofSeconds(60));
        var friend = new Presented(sealed(Customer.Kind.PHONE_NUMBER), now.plusSeconds(120));
        var again = new Input.AttemptRequested(request("0042-again"), friend, friend.validUntil());
        assertThat(only(CancelPayment.class, again).onlyIfNotAuthorized()).isTrue();
        var third = only(CreatePayment.class, done(2, "cancel/1", PaymentState.TERMINATED, 0, 0, 0, 0));
        assertThat(third.reference()).isEqualTo(PaymentReference.of(SALE, 3));
        assertThat(third.customer()).isEqualTo(friend.customer());
        only(PaymentRequested.class, done(3, "create/1", PaymentState.CREATED, 0, 0, 0, 0));

        assertThat(said(approved(3)))
                .extracting(Object::getClass)
                .isEqualTo(List.of(PaymentAuthorized.class, CapturePayment.class));
        assertThat(said(done(3, "capture/1", PaymentState.AUTHORIZED, 7900, 7900, 0, 0)))
                .extracting(Object::getClass)
                .isEqualTo(List.of(PaymentCaptured.class, PaymentSettled.class));

        later(Duration.ofHours(4));
        var bun = only(RefundPayment.class, new Input.RefundRequested(request("0042-refund-1"), nok(3000)));
        assertThat(bun.amount()).isEqualTo(nok(3000));
        var name = "refund/" + bun.operationId().value().split("/")[2];
        var refunded = only(PaymentRefunded.class, done(3, name, PaymentState.AUTHORIZED, 7900, 7900, 0, 3000));
        assertThat(refunded.amount()).isEqualTo(nok(3000));
        assertThat(refunded.requestId()).isEqualTo("0042-refund-1");
        assertThat(refunded.done()).isTrue();
    }

    private <T extends EventData> T only(Class<T> type, Input input) {
        assertThat(said(input)).singleElement().isInstanceOf(type);
        return type.cast(last.getFirst());
    }

    private List<EventData> said(Input input) {
        var decision = saga.decide(sale, input, now);
        sale = decision.sale();
        last = decision.outputs().stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .toList();
        return last;
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private Input approved(int attempt) {
        return new Input.Happened(new PaymentHappened(
                CONTEXT.msn(),
                PaymentReference.of(SALE, attempt),
                "psp-1",
                "AUTHORIZED",
                nok(7900),
                now,
                null,
                true,
                null));
    }

    private Input refused(int attempt, String operation, String code) {
        return result(attempt, operation, Outcome.REJECTED, null, new Refusal(code, "no", true));
    }

    private Input done(
            int attempt,
            String operation,
            PaymentState state,
            long authorized,
            long captured,
            long cancelled,
            long refunded) {
        var sums = new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
        return result(
                attempt, operation, Outcome.SUCCEEDED, new PaymentView(state, nok(7900), sums, "psp", null), null);
    }

    private Input result(int attempt, String operation, Outcome outcome, PaymentView view, Refusal refusal) {
        return new Input.Done(new OperationResult(
                CONTEXT.msn(), SALE, operation(attempt, operation), 1, outcome, view, refusal, null, now));
    }

    private static OperationId operation(int attempt, String operation) {
        return new OperationId(PaymentReference.of(SALE, attempt) + "/" + operation);
    }

    private static Request request(String id) {
        return new Request(CONTEXT, UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)), id);
    }

    private static Customer sealed(Customer.Kind kind) {
        return Customer.sealed(kind, new Sealed("a.b.c.d.e"));
    }

    private static OrderLine line(String id, long total, long excluding, long tax) {
        return new OrderLine(id, id, nok(total), nok(excluding), nok(tax), 1500);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
