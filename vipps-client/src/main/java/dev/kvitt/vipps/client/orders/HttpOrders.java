package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
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
    public Outcome<NoContent> putCategory(Reference reference, OrderCategory category) {
        Call call = Call.put(BASE + "/categories/{orderId}", reference.value()).body(CategoryJson.ofOrder(category));
        return calls.make(call, AnswerReader.noContent());
    }

    @Override
    public Outcome<OrderAnswer> get(Reference reference) {
        return calls.make(
                Call.get(BASE + "/{orderId}", reference.value()),
                AnswerReader.json(json -> new OrderAnswer(
                        json.optionalObject("receipt").map(StoredReceipts::read),
                        json.optionalObject("category").map(CategoryJson::readOfOrder))));
    }
}
