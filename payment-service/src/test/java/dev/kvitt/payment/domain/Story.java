package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A sale told in business words: what happens, and what the saga is expected to say to it. */
final class Story {

    static final Msn MSN = new Msn("123456");
    static final SaleId SALE = new SaleId("scan-story1");
    static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final SaleContext CONTEXT = new SaleContext(MSN, SALE, "hall-b", "vending-1", "qr-1");
    static final int SELECT_SECONDS = 60;

    private final Saga saga = new Saga(Timing.DEFAULT);
    private final List<Output> outputs = new ArrayList<>();
    private final List<EventData> said = new ArrayList<>();
    private Sale sale = Sale.NEW;
    private Instant now = START;
    private int requests;
    private long results;

    static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    static OrderLine fanta() {
        return new OrderLine("fanta", "Fanta", nok(3000), nok(2400), nok(600), 2500);
    }

    // What happens

    Story scanned() {
        return input(new Input.Opened(new SaleOpenedByScan(
                CONTEXT,
                new Sealed("a.b.c.d.e"),
                UserFlow.WEB_REDIRECT,
                nok(5000),
                SELECT_SECONDS,
                "Vending machine purchase",
                START,
                START.plusSeconds(120))));
    }

    Story created() {
        return result("create/1", OperationResult.Outcome.SUCCEEDED, view(PaymentState.CREATED, 0, 0, 0), null);
    }

    Story createRefused(String code) {
        return result("create/1", OperationResult.Outcome.REJECTED, null, new Refusal(code, "no", false));
    }

    Story createUnknown() {
        return result("create/1", OperationResult.Outcome.UNKNOWN, null, null);
    }

    Story webhook(String name, long amount) {
        return webhook(name, amount, true);
    }

    Story failedWebhook(String name, long amount) {
        return webhook(name, amount, false);
    }

    private Story webhook(String name, long amount, boolean success) {
        return input(new Input.Happened(
                new PaymentHappened(MSN, REFERENCE, name + "-psp", name, nok(amount), now, null, success, null)));
    }

    Story webhookOfAnotherAttempt(String name, long amount) {
        return input(new Input.Happened(new PaymentHappened(
                MSN, PaymentReference.of(SALE, 2), "psp-2", name, nok(amount), now, null, true, null)));
    }

    Story confirmed(long amount) {
        var request = "request-" + ++requests;
        var by = new AmountConfirmed(MSN, SALE, "vending-1", request, nok(amount), List.of(fanta()));
        return input(new Input.Confirmed(by, id(request)));
    }

    Story cancelledByMachine() {
        var request = "request-" + ++requests;
        return input(new Input.Cancelled(new SaleCancelled(MSN, SALE, "vending-1", request, "jam"), id(request)));
    }

    Story captureDone(long captured) {
        return result(
                "capture/1", OperationResult.Outcome.SUCCEEDED, view(PaymentState.AUTHORIZED, 5000, captured, 0), null);
    }

    Story captureRefused() {
        return result(
                "capture/1",
                OperationResult.Outcome.REJECTED,
                view(PaymentState.AUTHORIZED, 5000, 0, 0),
                new Refusal("vipps-6140", "must capture in full", false));
    }

    Story cancelDone(int n, long captured, long cancelled) {
        return result(
                "cancel/" + n,
                OperationResult.Outcome.SUCCEEDED,
                view(PaymentState.AUTHORIZED, 5000, captured, cancelled),
                null);
    }

    Story cancelRefused(int n) {
        return result("cancel/" + n, OperationResult.Outcome.REJECTED, null, new Refusal("vipps-6250", "busy", true));
    }

    Story terminated() {
        return result("cancel/1", OperationResult.Outcome.SUCCEEDED, view(PaymentState.TERMINATED, 0, 0, 5000), null);
    }

    Story vippsShows(PaymentState state, long authorized, long captured, long cancelled) {
        return input(new Input.Observed(new PaymentObserved(
                MSN, REFERENCE, sale.asked(), true, view(state, authorized, captured, cancelled), now)));
    }

    Story vippsKnowsNothing() {
        return input(new Input.Observed(new PaymentObserved(MSN, REFERENCE, sale.asked(), false, null, now)));
    }

    Story timer(Timer timer) {
        return input(new Input.TimerFired(timer));
    }

    Story later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story in(List<Consumer<Story>> order) {
        order.forEach(step -> step.accept(this));
        return this;
    }

    // What is expected

    /** Exactly these since the last expectation, in this order. */
    Story expect(Class<?>... types) {
        assertThat(said).extracting(Object::getClass).isEqualTo(List.of(types));
        said.clear();
        return this;
    }

    Story expectNothing() {
        return expect();
    }

    Story expectTimer(Timer timer, Instant due) {
        assertThat(outputs).contains(new Output.SetTimer(timer, due));
        return this;
    }

    /** The latest word about a timer, whatever was said before. */
    Story expectLastTimer(Timer timer, Instant due) {
        assertThat(outputs.reversed().stream()
                        .filter(Output.SetTimer.class::isInstance)
                        .map(Output.SetTimer.class::cast)
                        .filter(set -> set.timer() == timer)
                        .findFirst())
                .contains(new Output.SetTimer(timer, due));
        return this;
    }

    Story expectAsked() {
        assertThat(outputs.stream().filter(Output.Ask.class::isInstance)).hasSize(1);
        return this;
    }

    <T extends EventData> T last(Class<T> type) {
        return outputs.reversed().stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    List<EventData> everythingSaid() {
        return outputs.stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .toList();
    }

    List<Long> numbersSaid() {
        return outputs.stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).number())
                .toList();
    }

    Sale sale() {
        return sale;
    }

    private Story result(String operation, OperationResult.Outcome outcome, PaymentView view, Refusal refusal) {
        var id = new OperationId(REFERENCE + "/" + operation);
        return input(new Input.Done(new OperationResult(MSN, SALE, id, ++results, outcome, view, refusal, now)));
    }

    private static PaymentView view(PaymentState state, long authorized, long captured, long cancelled) {
        var sums = new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(0));
        return new PaymentView(state, nok(5000), sums, "psp", null);
    }

    private static UUID id(String request) {
        return UUID.nameUUIDFromBytes(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Story input(Input input) {
        var decision = saga.decide(sale, input, now);
        sale = decision.sale();
        outputs.addAll(decision.outputs());
        decision.outputs().stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .forEach(said::add);
        return this;
    }
}
