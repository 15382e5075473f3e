package dev.kvitt.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Request bodies. */
final class Bodies {

    private Bodies() {}

    static String webRedirect(String reference) {
        return webRedirect(reference, 5000, "NOK");
    }

    static String webRedirect(String reference, long value, String currency) {
        return """
                {"amount":{"value":%d,"currency":"%s"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return","paymentDescription":"Fanta"}
                """
                .formatted(value, currency, reference);
    }

    static String withToken(String reference, String customerToken) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},
                 "customer":{"customerToken":"%s"},"customerInteraction":"CUSTOMER_PRESENT","reference":"%s",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return",
                 "paymentDescription":"Vending machine purchase","metadata":{"sale":"sale-1"}}
                """
                .formatted(customerToken, reference);
    }

    static String push(String reference) {
        return """
                {"amount":{"value":5000,"currency":"DKK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "customer":{"phoneNumber":"4512345678"},"userFlow":"PUSH_MESSAGE"}
                """
                .formatted(reference);
    }

    /** @param qrFormat as JSON; empty = not sent */
    static String byQr(String reference, String qrFormat) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "customerInteraction":"CUSTOMER_PRESENT","userFlow":"QR","paymentDescription":"Fanta"%s}
                """
                .formatted(reference, qrFormat.isEmpty() ? "" : ",\"qrFormat\":" + qrFormat);
    }

    static String withReceipt(String reference) {
        String plain = webRedirect(reference).strip();
        return plain.substring(0, plain.length() - 1) + ",\"receipt\":" + receipt(5000, 4000, 1000) + "}";
    }

    /** @param more further fields, starting with a comma */
    static String extended(String reference, String more) {
        String plain = webRedirect(reference).strip();
        return plain.substring(0, plain.length() - 1) + more + "}";
    }

    static String pushTo(String reference, String phone, String more) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "customer":{"phoneNumber":"%s"},"userFlow":"PUSH_MESSAGE"%s}
                """
                .formatted(reference, phone, more);
    }

    static String personalQr(String reference, String content) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "customer":{"personalQr":"%s"},"userFlow":"PUSH_MESSAGE","customerInteraction":"CUSTOMER_PRESENT"}
                """
                .formatted(reference, content);
    }

    static String modification(long value) {
        return "{\"modificationAmount\":{\"value\":%d,\"currency\":\"NOK\"}}".formatted(value);
    }

    static String receipt(long total, long excludingTax, long tax) {
        return """
                {"orderLines":[{"name":"Fanta","id":"fanta-05","totalAmount":%d,"totalAmountExcludingTax":%d,
                 "totalTaxAmount":%d,"taxRate":2500}],"bottomLine":{"currency":"NOK","posId":"machine-1"}}
                """
                .formatted(total, excludingTax, tax);
    }

    static String registration(String url, String... events) {
        String names = Arrays.stream(events).map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
        return "{\"url\":\"" + url + "\",\"events\":[" + names + "]}";
    }
}
