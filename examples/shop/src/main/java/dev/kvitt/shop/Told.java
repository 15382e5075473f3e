package dev.kvitt.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * An event of the till's feed, for people.
 *
 * @param id the event's own
 * @param type as in the contract
 * @param words what it means
 * @param why as Kvitt says it; empty for none
 * @param amount absent where it is about none
 * @param millis since the sale began; absent where it is about an earlier sale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told(String id, String type, String words, String why, Money amount, Long millis, String saleId, String time) {

    static Told of(JsonNode event, Duration since) {
        var type = event.path("type").asText();
        var data = event.path("data");
        return new Told(
                event.path("id").asText(),
                type,
                words(type, data),
                data.at("/why/sentence").asText(data.at("/refusal/sentence").asText()),
                amount(data),
                since == null ? null : since.toMillis(),
                data.at("/sale/saleId").asText(),
                event.path("time").asText());
    }

    private static Money amount(JsonNode data) {
        for (var name : new String[] {"amount", "maxAmount"}) {
            var amount = data.path(name);
            if (amount.has("value")) {
                return new Money(
                        amount.path("value").asLong(), amount.path("currency").asText());
            }
        }
        return null;
    }

    /** Of an event that came with a newer Kvitt the type's own words. */
    private static String words(String type, JsonNode data) {
        return switch (type.replaceFirst("^kvitt\\.", "").replaceFirst("\\.v\\d+$", "")) {
            case "payment.waiting" -> "Waiting";
            case "payment.requested" -> "The customer was asked";
            case "payment.authorized" -> "The customer approved: the money is reserved";
            case "payment.captured" -> "The money is the shop’s";
            case "payment.released" -> "What was not sold is the customer’s again";
            case "payment.settled" -> "Paid, and nothing is left reserved";
            case "payment.refunded" -> "Paid back";
            case "payment.ended" -> ended(data.path("how").asText());
            case "payment.failed" -> "No payment";
            case "payment.uncollectable" -> "Handed over, and not collected";
            case "payment.at-risk" -> "Somebody must look: money is at risk";
            case "payment.refused" -> "Refused";
            case "payment.parked" -> "Kvitt stopped, and a person looks";
            case "payment.unparked" -> "A person has looked, it goes on";
            case "payment.customer-known" -> "The customer wants to be remembered";
            default -> type;
        };
    }

    private static String ended(String how) {
        return switch (how) {
            case "CANCELLED" -> "Cancelled: nothing was paid";
            case "ABORTED" -> "The customer declined: nothing was paid";
            case "EXPIRED" -> "Nobody approved in time: nothing was paid";
            default -> "Ended without payment";
        };
    }
}
