package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Instant;

/** What a story hears from Vipps: by webhook, by asking, and as results of commands. All about one attempt at a time. */
abstract class ToldByVipps extends Heard {

    private int attempt = 1;
    private long results;

    /** From now on all that Vipps tells is about this attempt. */
    Story aboutAttempt(int n) {
        attempt = n;
        return self();
    }

    Story webhook(String name, long amount) {
        return webhook(name, amount, true, null);
    }

    Story failedWebhook(String name, long amount) {
        return webhook(name, amount, false, null);
    }

    Story authorizedWithGuarantee(Instant until) {
        return webhook("AUTHORIZED", 5000, true, until);
    }

    Story webhookOfAnotherCurrency(String name) {
        return webhook(name, new Money(5000, Currency.DKK), true, null);
    }

    private Story webhook(String name, long amount, boolean success, Instant guaranteed) {
        return webhook(name, nok(amount), success, guaranteed);
    }

    private Story webhook(String name, Money amount, boolean success, Instant guaranteed) {
        var psp = name + "-psp-" + attempt;
        return input(new Input.Happened(
                new PaymentHappened(Story.MSN, reference(), psp, name, amount, now(), null, success, guaranteed)));
    }

    Story vippsShows(PaymentState state, long authorized, long captured, long cancelled) {
        return vippsShows(state, authorized, captured, cancelled, 0);
    }

    Story vippsShows(PaymentState state, long authorized, long captured, long cancelled, long refunded) {
        return observed(view(state, authorized, captured, cancelled, refunded));
    }

    Story vippsKnowsNothing() {
        return observed(null);
    }

    /** @param view null where Vipps knows no such payment */
    Story observed(PaymentView view) {
        return input(new Input.Observed(
                new PaymentObserved(Story.MSN, reference(), sale().asked(), view != null, view, now())));
    }

    Story created() {
        return result("create/1", Outcome.SUCCEEDED, view(PaymentState.CREATED, 0, 0, 0, 0), null);
    }

    /** @param redirectUrl what the till is to show or open */
    Story created(String redirectUrl) {
        return result("create/1", Outcome.SUCCEEDED, view(PaymentState.CREATED, 0, 0, 0, 0), null, redirectUrl);
    }

    Story createRefused(String code) {
        return result("create/1", Outcome.REJECTED, null, new Refusal(code, "no", false));
    }

    Story createUnknown() {
        return result("create/1", Outcome.UNKNOWN, null, null);
    }

    Story captureDone(long captured) {
        return result("capture/1", Outcome.SUCCEEDED, view(PaymentState.AUTHORIZED, 5000, captured, 0, 0), null);
    }

    Story captureRefused() {
        return captureRefused("vipps-6140");
    }

    Story captureRefused(String code) {
        var view = view(PaymentState.AUTHORIZED, 5000, 0, 0, 0);
        return result("capture/1", Outcome.REJECTED, view, new Refusal(code, "no", false));
    }

    Story captureUnknown() {
        return result("capture/1", Outcome.UNKNOWN, null, null);
    }

    Story cancelDone(int n, long captured, long cancelled) {
        var view = view(PaymentState.AUTHORIZED, 5000, captured, cancelled, 0);
        return result("cancel/" + n, Outcome.SUCCEEDED, view, null);
    }

    Story cancelRefused(int n) {
        return cancelRefused(n, "vipps-6250");
    }

    Story cancelRefused(int n, String code) {
        return result("cancel/" + n, Outcome.REJECTED, null, new Refusal(code, "busy", true));
    }

    Story cancelUnknown(int n) {
        return result("cancel/" + n, Outcome.UNKNOWN, null, null);
    }

    Story terminated() {
        return result("cancel/1", Outcome.SUCCEEDED, view(PaymentState.TERMINATED, 0, 0, 5000, 0), null);
    }

    /** @param refunded in all, after this refund */
    Story refundDone(int n, long captured, long refunded) {
        var view = view(PaymentState.AUTHORIZED, 5000, captured, 5000 - captured, refunded);
        return result(refund(n), Outcome.SUCCEEDED, view, null);
    }

    /** Done, but the payment could not be read afterwards. */
    Story refundDoneUnseen(int n) {
        return result(refund(n), Outcome.SUCCEEDED, null, null);
    }

    Story refundRefused(int n) {
        return refundRefused(n, "vipps-6180");
    }

    Story refundRefused(int n, String code) {
        return result(refund(n), Outcome.REJECTED, null, new Refusal(code, "no", false));
    }

    /** @param n which of the refunds that are wanted, from 1; one that nobody remembers if there are fewer */
    private String refund(int n) {
        return sale().wishes().refunds().stream()
                .filter(refund -> refund.request() != null)
                .skip(n - 1L)
                .map(refund -> refund.operationId(reference()).value())
                .map(id -> id.substring(id.indexOf('/') + 1))
                .findFirst()
                .orElse("refund/%012d".formatted(n));
    }

    Story result(String operation, Outcome outcome, PaymentView view, Refusal refusal) {
        return result(operation, outcome, view, refusal, null);
    }

    private Story result(String operation, Outcome outcome, PaymentView view, Refusal refusal, String redirectUrl) {
        var id = new OperationId(reference() + "/" + operation);
        return input(new Input.Done(
                new OperationResult(Story.MSN, Story.SALE, id, ++results, outcome, view, refusal, redirectUrl, now())));
    }

    static PaymentView view(PaymentState state, long authorized, long captured, long cancelled, long refunded) {
        var sums = new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
        return new PaymentView(state, nok(5000), sums, "psp", null);
    }

    private PaymentReference reference() {
        return PaymentReference.of(Story.SALE, attempt);
    }
}
