package dev.kvitt.vipps.client.epayment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.qr.QrFormat;
import java.util.Optional;

/** Writes a flow and the customer it is for. */
final class FlowJson {
    private FlowJson() {}

    static void put(ObjectNode body, Flow flow) {
        switch (flow) {
            case Flow.WebRedirect(ReturnUrl returnUrl, Optional<Customer> customer) -> {
                body.put("userFlow", "WEB_REDIRECT").put("returnUrl", returnUrl.value());
                customer.ifPresent(known -> body.set("customer", customer(known)));
            }
            case Flow.CardRedirect(ReturnUrl returnUrl) ->
                body.put("userFlow", "WEB_REDIRECT").put("returnUrl", returnUrl.value());
            case Flow.NativeRedirect(Optional<ReturnUrl> returnUrl) -> {
                body.put("userFlow", "NATIVE_REDIRECT");
                returnUrl.ifPresent(url -> body.put("returnUrl", url.value()));
            }
            case Flow.PushMessage(Customer customer) ->
                body.put("userFlow", "PUSH_MESSAGE").set("customer", customer(customer));
            case Flow.Qr(QrFormat format) -> body.put("userFlow", "QR").set("qrFormat", qrFormat(format));
        }
    }

    static ObjectNode customer(Customer customer) {
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
}
