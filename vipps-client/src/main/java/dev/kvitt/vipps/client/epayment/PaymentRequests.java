package dev.kvitt.vipps.client.epayment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.orders.ReceiptJson;
import java.util.Optional;

/** Bodies of the ePayment requests. Written field by field because Vipps refuses any field it does not know. */
final class PaymentRequests {
    private PaymentRequests() {}

    static JsonNode create(CreatePayment payment) {
        ObjectNode body = Json.object();
        body.set("amount", amount(payment.amount()));
        body.set("paymentMethod", Json.object().put("type", "WALLET"));
        putFlow(body, payment.flow());
        body.put("customerInteraction", payment.interaction().name());
        body.put("reference", payment.reference().value());
        body.put("paymentDescription", payment.description().value());
        if (!payment.metadata().pairs().isEmpty()) {
            ObjectNode metadata = body.putObject("metadata");
            payment.metadata().pairs().forEach(metadata::put);
        }
        payment.receipt().ifPresent(receipt -> body.set("receipt", ReceiptJson.write(receipt)));
        return body;
    }

    static JsonNode modification(Amount amount) {
        ObjectNode body = Json.object();
        body.set("modificationAmount", amount(amount));
        return body;
    }

    /** Always a body: an empty one has been answered with a type error. */
    static JsonNode cancel(boolean cancelTransactionOnly) {
        return Json.object().put("cancelTransactionOnly", cancelTransactionOnly);
    }

    private static void putFlow(ObjectNode body, Flow flow) {
        switch (flow) {
            case Flow.WebRedirect(ReturnUrl returnUrl, Optional<Customer> customer) -> {
                body.put("userFlow", "WEB_REDIRECT").put("returnUrl", returnUrl.value());
                customer.ifPresent(known -> body.set("customer", customer(known)));
            }
            case Flow.PushMessage(Customer customer) ->
                body.put("userFlow", "PUSH_MESSAGE").set("customer", customer(customer));
            case Flow.Qr(QrFormat format) -> body.put("userFlow", "QR").set("qrFormat", qrFormat(format));
        }
    }

    private static ObjectNode customer(Customer customer) {
        return switch (customer) {
            case Customer.PhoneNumber(String msisdn) -> Json.object().put("phoneNumber", msisdn);
            case Customer.PersonalQr(String content) -> Json.object().put("personalQr", content);
            case Customer.CustomerToken(String value) -> Json.object().put("customerToken", value);
        };
    }

    private static ObjectNode qrFormat(QrFormat format) {
        return switch (format) {
            case QrFormat.Svg() -> Json.object().put("format", "IMAGE/SVG+XML");
            case QrFormat.TargetUrl() -> Json.object().put("format", "TEXT/TARGETURL");
            case QrFormat.Png(int size) ->
                Json.object().put("format", "IMAGE/PNG").put("size", size);
        };
    }

    private static ObjectNode amount(Amount amount) {
        return Json.object()
                .put("value", amount.value())
                .put("currency", amount.currency().name());
    }
}
