package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a schema cannot say: names that must be unique or known, the least amount of each market, limits of refunds. */
final class RegistryRules {

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    private RegistryRules(YamlDocument document) {
        this.document = document;
    }

    /** Steps over whatever the schema refuses, so that both kinds of problem can be told at once. */
    static List<Problem> check(YamlDocument document) {
        var rules = new RegistryRules(document);
        rules.merchants();
        rules.topics();
        return rules.problems;
    }

    private void merchants() {
        var ids = new HashMap<String, String>();
        var msns = new HashMap<String, String>();
        each(document.root(), "", "merchants", (merchant, at) -> {
            unique(ids, merchant.path("id"), at + "/id", "merchant id");
            each(merchant, at, "salesUnits", (unit, unitAt) -> {
                unique(msns, unit.path("msn"), unitAt + "/msn", "merchant serial number");
                salesUnit(unit, unitAt);
            });
        });
    }

    private void topics() {
        var names = new HashMap<String, String>();
        each(document.root(), "", "pointOfSaleTopics", (topic, at) -> {
            unique(names, topic.path("topic"), at + "/topic", "topic of points of sale");
            ownTopic(topic.path("topic").asText(), at + "/topic");
            each(topic, at, "salesUnits", this::known);
            var refunds = false;
            for (var kind : topic.path("requests")) {
                refunds |= kind.asText().equals("refund");
            }
            if (refunds && !topic.has("refundLimit")) {
                problems.add(document.problem(
                        at, "refunds need a refundLimit: what each till may pay back in a day, in minor units"));
            } else if (!refunds && topic.has("refundLimit")) {
                problems.add(document.problem(
                        at + "/refundLimit", "is of no use without refund among the requests; add it or remove this"));
            }
        });
    }

    private void ownTopic(String name, String at) {
        if (Topics.ALL.contains(name) && !name.equals(Topics.POS_SALES)) {
            problems.add(document.problem(at, "is a topic of Kvitt's own; points of sale need another"));
        }
    }

    private void known(JsonNode msn, String at) {
        var found = false;
        for (var merchant : document.root().path("merchants")) {
            for (var unit : merchant.path("salesUnits")) {
                found |= unit.path("msn").equals(msn);
            }
        }
        if (!found) {
            problems.add(document.problem(at, "no sales unit of this file has this merchant serial number"));
        }
    }

    private void salesUnit(JsonNode unit, String at) {
        var shops = new HashMap<String, String>();
        var tills = new HashMap<String, String>();
        var codes = new HashMap<String, String>();
        atLeastMinimum(unit.path("market").asText(), unit.path("maxAmount"), at + "/maxAmount");
        each(unit, at, "shops", (shop, shopAt) -> {
            unique(shops, shop.path("id"), shopAt + "/id", "shop id of this sales unit");
            each(shop, shopAt, "tills", (till, tillAt) -> {
                unique(tills, till.path("id"), tillAt + "/id", "till id of this sales unit");
                unique(codes, till.path("qr").path("id"), tillAt + "/qr/id", "QR id of this sales unit");
                opensByScan(till, tillAt);
                leadsToPage(unit, till, tillAt);
                atLeastMinimum(unit.path("market").asText(), till.path("maxAmount"), tillAt + "/maxAmount");
            });
        });
    }

    private void unique(Map<String, String> seen, JsonNode value, String at, String what) {
        if (!value.isTextual()) {
            return;
        }
        var before = seen.putIfAbsent(value.textValue(), at);
        if (before != null) {
            problems.add(
                    document.problem(at, "every " + what + " must be unique; this one stands at " + before + " too"));
        }
    }

    private void opensByScan(JsonNode till, String at) {
        if (till.path("flow").asText().equals("vending") && !till.has("maxAmount")) {
            problems.add(
                    document.problem(at, "the field maxAmount is missing; add it: a scan reserves that much here"));
        }
    }

    private void leadsToPage(JsonNode unit, JsonNode till, String at) {
        var elsewhere = unit.path("codesByApi").asBoolean();
        if (till.path("flow").asText().equals("page") && !till.has("qr") && !elsewhere) {
            problems.add(document.problem(
                    at,
                    "the field qr is missing; add it: the page is found by that code; or set codesByApi: true of the sales"
                            + " unit, and make one over HTTP"));
        }
    }

    private void atLeastMinimum(String market, JsonNode amount, String at) {
        for (var known : Market.values()) {
            var minimum = known.minimum().value();
            if (known.name().equals(market) && amount.canConvertToExactIntegral() && amount.longValue() < minimum) {
                problems.add(document.problem(at, "must be at least " + minimum + ", the least payment in " + market));
            }
        }
    }

    private interface Visitor {
        void visit(JsonNode node, String pointer);
    }

    private static void each(JsonNode parent, String at, String field, Visitor visitor) {
        var items = parent.path(field);
        for (var i = 0; items.isArray() && i < items.size(); i++) {
            visitor.visit(items.get(i), at + "/" + field + "/" + i);
        }
    }
}
