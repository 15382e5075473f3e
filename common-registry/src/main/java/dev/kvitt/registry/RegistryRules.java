package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a schema cannot say: names that must be unique, and the least amount of each market. */
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

    private void salesUnit(JsonNode unit, String at) {
        var shops = new HashMap<String, String>();
        var tills = new HashMap<String, String>();
        var codes = new HashMap<String, String>();
        each(unit, at, "shops", (shop, shopAt) -> {
            unique(shops, shop.path("id"), shopAt + "/id", "shop id of this sales unit");
            each(shop, shopAt, "tills", (till, tillAt) -> {
                unique(tills, till.path("id"), tillAt + "/id", "till id of this sales unit");
                unique(codes, till.path("qr").path("id"), tillAt + "/qr/id", "QR id of this sales unit");
                opensByScan(till, tillAt);
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
