package dev.kvitt.sandbox.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.vipps.rules.orders.OrderRule;
import dev.kvitt.vipps.rules.qr.CallbackQrBody;
import dev.kvitt.vipps.rules.qr.CallbackQrRule;
import dev.kvitt.vipps.rules.qr.RedirectQrBody;
import dev.kvitt.vipps.rules.qr.RedirectQrRule;
import dev.kvitt.vipps.rules.receipt.Receipt;
import dev.kvitt.vipps.rules.receipt.ReceiptRule;
import dev.kvitt.vipps.rules.webhook.RegistrationRule;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether what is kept beside payments could have been taken by the rules, as the control API tells it. */
final class Kept {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Kept() {}

    static void checkRegistrations(JsonNode registrations) {
        assertDistinct(registrations, each -> each.path("id").asText());
        registrations.forEach(each -> assertThat(
                        RegistrationRule.problems(each.path("url").asText(), texts(each.path("events")), false))
                .as(each.toString())
                .isEmpty());
        for (WebhookEventType type : WebhookEventType.values()) {
            assertThat(stream(registrations)
                            .filter(each -> texts(each.path("events")).contains(type.typeName())))
                    .hasSizeLessThanOrEqualTo(type.maxRegistrations());
        }
    }

    static void checkCodes(JsonNode codes) {
        assertDistinct(codes, each -> each.path("qrContent").asText());
        assertDistinct(
                codes,
                each -> each.path("kind").asText().equals("REDIRECT")
                        + each.path("id").asText());
        codes.forEach(each -> {
            String id = each.path("id").asText();
            String about = each.path("about").asText();
            assertThat(
                            each.path("kind").asText().equals("REDIRECT")
                                    ? RedirectQrRule.problems(new RedirectQrBody(id, about, null))
                                    : CallbackQrRule.problems(new CallbackQrBody(about, null), false))
                    .as(each.toString())
                    .isEmpty();
        });
    }

    static void checkReceipts(JsonNode receipts) {
        assertDistinct(
                receipts,
                each -> each.path("paymentType").asText() + each.path("orderId").asText());
        receipts.forEach(each -> {
            assertThat(OrderRule.problems(
                            each.path("paymentType").asText(),
                            each.path("orderId").asText()))
                    .as(each.toString())
                    .isEmpty();
            assertThat(ReceiptRule.problems(receipt(each.path("receipt")), ""))
                    .as(each.toString())
                    .isEmpty();
        });
    }

    private static Receipt receipt(JsonNode node) {
        try {
            return JSON.treeToValue(node, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(node.toString(), e);
        }
    }

    private static void assertDistinct(JsonNode all, Function<JsonNode, String> identity) {
        assertThat(stream(all).map(identity)).doesNotHaveDuplicates();
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
