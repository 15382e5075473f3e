package dev.kvitt.operations.api;

import dev.kvitt.operations.vipps.Registrations;
import dev.kvitt.registry.SalesUnit;
import java.util.Set;

/**
 * Whether a sales unit can sell; each word is {@code ok}, or why not.
 *
 * @param token whether Vipps takes its keys
 * @param webhooks whether somebody is told of every event of its payments
 * @param currency whether its payments were in the currency of the registry; {@code not-seen} before the first
 * @param met whether nothing speaks against it
 */
public record UnitCheck(String msn, String name, String token, String webhooks, String currency, boolean met) {

    private static final String OK = "ok";
    private static final String NOT_SEEN = "not-seen";

    static UnitCheck of(SalesUnit unit, Registrations.OfUnit answer, Set<String> seen) {
        var token = token(answer);
        var webhooks = webhooks(answer);
        var currency = currency(unit.currency().name(), seen);
        var met = token.equals(OK) && webhooks.equals(OK) && (currency.equals(OK) || currency.equals(NOT_SEEN));
        return new UnitCheck(unit.msn().value(), unit.name(), token, webhooks, currency, met);
    }

    private static String token(Registrations.OfUnit answer) {
        if (answer.problem().isEmpty()) {
            return OK;
        }
        return answer.keysRefused()
                ? answer.problem().get()
                : "not known: " + answer.problem().get();
    }

    private static String webhooks(Registrations.OfUnit answer) {
        if (answer.problem().isPresent()) {
            return "not known";
        }
        var missing = answer.missing();
        return missing.isEmpty() ? OK : "nobody is told of " + String.join(", ", missing);
    }

    private static String currency(String wanted, Set<String> seen) {
        if (seen.isEmpty()) {
            return NOT_SEEN;
        }
        return seen.equals(Set.of(wanted)) ? OK : "payments were in " + String.join(", ", seen) + ", not in " + wanted;
    }
}
