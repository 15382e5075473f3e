package dev.kvitt.vipps.client.epayment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import java.util.List;

/** The ePayment API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#epayment()}. */
public final class HttpEPayment implements EPayment {
    private static final String PAYMENTS = "/epayment/v1/payments";
    private static final String PAYMENT = PAYMENTS + "/{reference}";

    private final Calls calls;

    public HttpEPayment(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<CreatedPayment> create(CreatePayment payment, IdempotencyKey key) {
        Call call = Call.post(PAYMENTS).body(PaymentRequests.create(payment)).key(key);
        return calls.make(call, AnswerReader.json(json -> PaymentAnswers.created(json, payment.reference())));
    }

    @Override
    public Outcome<PaymentAnswer> get(Reference reference) {
        return payment(Call.get(PAYMENT, reference.value()), reference);
    }

    @Override
    public Outcome<List<PaymentEvent>> events(Reference reference) {
        Call call = Call.get(PAYMENT + "/events", reference.value());
        return calls.make(call, AnswerReader.json(json -> PaymentAnswers.events(json, reference)));
    }

    @Override
    public Outcome<PaymentAnswer> capture(Reference reference, Amount amount, IdempotencyKey key) {
        return change("/capture", reference, PaymentRequests.modification(amount), key);
    }

    @Override
    public Outcome<PaymentAnswer> cancel(Reference reference, boolean cancelTransactionOnly, IdempotencyKey key) {
        return change("/cancel", reference, PaymentRequests.cancel(cancelTransactionOnly), key);
    }

    @Override
    public Outcome<PaymentAnswer> refund(Reference reference, Amount amount, IdempotencyKey key) {
        return change("/refund", reference, PaymentRequests.modification(amount), key);
    }

    private Outcome<PaymentAnswer> change(String verb, Reference reference, JsonNode body, IdempotencyKey key) {
        return payment(Call.post(PAYMENT + verb, reference.value()).body(body).key(key), reference);
    }

    private Outcome<PaymentAnswer> payment(Call call, Reference reference) {
        return calls.make(call, AnswerReader.json(json -> PaymentAnswers.payment(json, reference)));
    }
}
