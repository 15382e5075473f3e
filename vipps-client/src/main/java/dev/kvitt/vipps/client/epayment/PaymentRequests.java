package dev.kvitt.vipps.client.epayment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.orders.ReceiptJson;
import java.util.stream.Collectors;

/** Bodies of the ePayment requests. Written field by field because Vipps refuses any field it does not know. */
final class PaymentRequests {
    private PaymentRequests() {}

    static JsonNode create(CreatePayment payment) {
        ObjectNode body = Json.object();
        body.set("amount", amount(payment.amount()));
        body.set("paymentMethod", paymentMethod(payment));
        FlowJson.put(body, payment.flow());
        body.put("customerInteraction", payment.interaction().name());
        body.put("reference", payment.reference().value());
        body.put("paymentDescription", payment.description().value());
        if (!payment.metadata().pairs().isEmpty()) {
            ObjectNode metadata = body.putObject("metadata");
            payment.metadata().pairs().forEach(metadata::put);
        }
        payment.receipt().ifPresent(receipt -> body.set("receipt", ReceiptJson.write(receipt)));
        putExtras(body, payment.extras());
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

    /** Blocked sources stand inside the method; a list on the outside is in older texts only. */
    private static ObjectNode paymentMethod(CreatePayment payment) {
        ObjectNode method = Json.object().put("type", payment.flow().paysFromWallet() ? "WALLET" : "CARD");
        var blocked = payment.extras().demands().blockedSources();
        if (!blocked.isEmpty()) {
            var names = method.putArray("blockedSources");
            blocked.forEach(source -> names.add(source.name()));
        }
        return method;
    }

    private static void putExtras(ObjectNode body, PaymentExtras extras) {
        CustomerDemands demands = extras.demands();
        if (!demands.scopes().isEmpty()) {
            String words = demands.scopes().stream().map(ProfileScope::word).collect(Collectors.joining(" "));
            body.putObject("profile").put("scope", words);
        }
        demands.minimumUserAge().ifPresent(age -> body.put("minimumUserAge", age.years()));
        extras.expiry().ifPresent(expiry -> body.put("expiresAt", expiry.at().toString()));
        extras.receiptUrl().ifPresent(url -> body.put("receiptUrl", url.value()));
        extras.legalLinks().ifPresent(links -> body.putObject("merchantLegalLinks")
                .put("termsOfSaleUrl", links.termsOfSale().value())
                .put("privacyPolicyUrl", links.privacyPolicy().value()));
    }

    private static ObjectNode amount(Amount amount) {
        return Json.object()
                .put("value", amount.value())
                .put("currency", amount.currency().name());
    }
}
