package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.Optional;
import java.util.UUID;

/** The Order Management API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#orders()}. */
public final class HttpOrders implements Orders {
    private static final String BASE = "/order-management/v2/ecom";

    private final Calls calls;

    public HttpOrders(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<UUID> postReceipt(Reference reference, Receipt receipt) {
        Call call = Call.post(BASE + "/receipts/{orderId}", reference.value()).body(ReceiptJson.write(receipt));
        return calls.make(call, AnswerReader.json(json -> UUID.fromString(json.asText())));
    }

    @Override
    public Outcome<OrderAnswer> get(Reference reference) {
        Call call = Call.get(BASE + "/{orderId}", reference.value());
        return calls.make(
                call,
                AnswerReader.json(
                        json -> new OrderAnswer(json.optionalObject("receipt").map(HttpOrders::receipt))));
    }

    private static OrderAnswer.StoredReceipt receipt(JsonAnswer receipt) {
        Optional<JsonAnswer> bottomLine = receipt.optionalObject("bottomLine");
        return new OrderAnswer.StoredReceipt(
                receipt.elements("orderLines").size(),
                bottomLine.flatMap(line -> line.optionalText("posId")),
                bottomLine.flatMap(line -> line.optionalText("receiptNumber")));
    }
}
