package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the model from a document that has passed all checks. */
final class RegistryBuilder {

    private final Function<String, String> secrets;

    /** @param secrets from the reference to the secret */
    RegistryBuilder(Function<String, String> secrets) {
        this.secrets = secrets;
    }

    Registry registry(JsonNode root) {
        var merchants = list(root, "merchants", this::merchant);
        var all = merchants.stream()
                .flatMap(merchant -> merchant.salesUnits().stream())
                .map(SalesUnit::msn)
                .collect(Collectors.toSet());
        var topics = root.has("pointOfSaleTopics")
                ? list(root, "pointOfSaleTopics", topic -> topic(topic, all))
                : List.of(PointOfSaleTopic.standard(all));
        return new Registry(text(root, "installation"), merchants, topics);
    }

    private static PointOfSaleTopic topic(JsonNode node, Set<Msn> all) {
        var units =
                node.has("salesUnits") ? Set.copyOf(list(node, "salesUnits", msn -> new Msn(msn.textValue()))) : all;
        var requests = node.has("requests")
                ? Set.copyOf(list(node, "requests", kind -> RequestKind.valueOf(constant(kind.textValue()))))
                : RequestKind.DEFAULT;
        var limit = node.has("refundLimit")
                ? OptionalLong.of(node.get("refundLimit").longValue())
                : OptionalLong.empty();
        return new PointOfSaleTopic(text(node, "topic"), units, requests, limit);
    }

    private Merchant merchant(JsonNode node) {
        return new Merchant(text(node, "id"), text(node, "name"), list(node, "salesUnits", this::salesUnit));
    }

    private SalesUnit salesUnit(JsonNode node) {
        var market = Market.valueOf(text(node, "market"));
        return new SalesUnit(
                new Msn(text(node, "msn")),
                text(node, "name"),
                market,
                keys(node.get("keys")),
                UserFlow.valueOf(node.path("customerTokenFlow").asText(UserFlow.WEB_REDIRECT.name())),
                PersonalQrUse.valueOf(constant(node.path("personalQr").asText(PersonalQrUse.PAY.name()))),
                allowed(node, market),
                node.path("codesByApi").asBoolean(false),
                enabled(node),
                list(node, "shops", shop -> shop(shop, market)));
    }

    private static Allowed allowed(JsonNode node, Market market) {
        return new Allowed(
                CaptureOn.valueOf(constant(node.path("captureOn").asText(CaptureOn.AUTHORIZATION.name()))),
                node.path("partialCapture").asBoolean(true),
                Duration.ofDays(node.path("captureDays").asInt(market.captureDays())),
                Optional.ofNullable(node.get("maxAmount"))
                        .map(amount -> new Money(amount.longValue(), market.currency())));
    }

    private VippsKeys keys(JsonNode node) {
        return new VippsKeys(
                secrets.apply(text(node, "clientId")),
                secrets.apply(text(node, "clientSecret")),
                Stream.of("subscriptionKey", "secondSubscriptionKey")
                        .filter(node::has)
                        .map(name -> secrets.apply(text(node, name)))
                        .toList());
    }

    private static Shop shop(JsonNode node, Market market) {
        return new Shop(
                text(node, "id"), text(node, "name"), enabled(node), list(node, "tills", till -> till(till, market)));
    }

    private static Till till(JsonNode node, Market market) {
        return new Till(
                text(node, "id"),
                TillKind.valueOf(constant(text(node, "kind"))),
                Flow.valueOf(constant(text(node, "flow"))),
                text(node, "description"),
                Optional.ofNullable(node.get("maxAmount"))
                        .map(amount -> new Money(amount.longValue(), market.currency())),
                node.path("selectSeconds").asInt(Till.DEFAULT_SELECT_SECONDS),
                Optional.ofNullable(node.get("qr")).map(qr -> new QrCode(text(qr, "id"), text(qr, "location"))),
                enabled(node));
    }

    private static boolean enabled(JsonNode node) {
        return node.path("enabled").asBoolean(true);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> item) {
        var items = new ArrayList<T>();
        node.get(field).forEach(child -> items.add(item.apply(child)));
        return items;
    }
}
