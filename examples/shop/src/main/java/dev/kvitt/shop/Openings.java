package dev.kvitt.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Bodies of requests, as in docs/events.md without msn, saleId and requestId. */
@Singleton
class Openings {

    /** Nobody wants the payment request after this. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectMapper json;
    private final ShopConfig config;
    private final Kvitt kvitt;

    Openings(ObjectMapper json, ShopConfig config, Shop shop) {
        this.json = json;
        this.config = config;
        this.kvitt = shop.kvitt();
    }

    /** A till's sale. Of a number or code only what was sealed is kept. */
    ObjectNode till(List<Line> lines, Way way, String value) {
        var body = opening(lines).put("screen", true);
        if (way == Way.PRINTED) {
            return body.put("qrId", config.till().qrId());
        }
        return body.set("customer", customer(way, value));
    }

    /** A ride; whoever scans the code in the car pays on a page. */
    ObjectNode ride(List<Line> lines) {
        return opening(lines).put("qrId", config.meter().qrId());
    }

    /**
     * Another try, or the first one whose customer is known only now.
     *
     * @param way null for the same customer as before
     */
    ObjectNode customerOf(Way way, String value) {
        var body = json.createObjectNode().put("validUntil", validUntil());
        return way == null ? body : body.set("customer", customer(way, value));
    }

    ObjectNode confirmation(Line line) {
        var body = json.createObjectNode();
        body.set("amount", json.valueToTree(line.total()));
        return body.set("lines", json.valueToTree(List.of(line)));
    }

    ObjectNode cancellation(String reason) {
        return json.createObjectNode().put("reason", reason);
    }

    /** @param value minor units */
    ObjectNode refund(long value) {
        return json.createObjectNode().set("amount", json.valueToTree(Money.kroner(value)));
    }

    private ObjectNode opening(List<Line> lines) {
        var body = json.createObjectNode()
                .put("upperBound", false)
                .put("description", config.description())
                .put("validUntil", validUntil());
        body.set("amount", json.valueToTree(Catalogue.total(lines)));
        return body.set("lines", json.valueToTree(lines));
    }

    private ObjectNode customer(Way way, String value) {
        return switch (way) {
            case PHONE -> sealed("PHONE_NUMBER", value);
            case PERSONAL -> sealed("PERSONAL_QR", value);
            case SCREEN -> json.createObjectNode().put("kind", "SCREEN");
            case PRINTED, PAGE -> throw new NotPossibleException("A printed code needs no customer.");
        };
    }

    private ObjectNode sealed(String kind, String value) {
        if (value == null || value.isBlank()) {
            throw new NotPossibleException(
                    kind.equals("PHONE_NUMBER")
                            ? "Type the customer's number first."
                            : "Scan the customer's code first.");
        }
        try {
            var sealed = kvitt.seal(kind, value.strip());
            return json.createObjectNode()
                    .put("kind", kind)
                    .put("value", sealed.path("value").asText());
        } catch (IOException e) {
            throw new NotPossibleException("Kvitt cannot be reached. Nobody was asked; try again.");
        }
    }

    private static String validUntil() {
        return Clock.systemUTC()
                .instant()
                .plus(PATIENCE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
