package dev.kvitt.operations.console;

import dev.kvitt.operations.api.UnitCheck;
import dev.kvitt.operations.vipps.Registrations;

/**
 * A sales unit and what Vipps says of it, as it is shown.
 *
 * @param answer its registrations, or why they are not known
 */
public record UnitRow(UnitCheck check, Registrations.OfUnit answer) {

    private static final String OK = "ok";

    public Tag result() {
        if (check.met()) {
            return new Tag("can sell", "good", "Nothing speaks against it.");
        }
        return known()
                ? new Tag("cannot sell", "bad", "Something speaks against it.")
                : new Tag("not known", "warn", "Vipps MobilePay did not answer.");
    }

    /** Whether Vipps has answered, be it with a refusal. */
    public boolean known() {
        return answer.problem().isEmpty() || answer.keysRefused();
    }

    /** Why no registration is shown. */
    public String nothing() {
        return answer.problem().orElse("None is registered: nobody is told of its payments.");
    }

    public Tag token() {
        return known() ? tag(check.token()) : unknown(check.token());
    }

    public Tag webhooks() {
        return answer.problem().isEmpty() ? tag(check.webhooks()) : unknown(check.webhooks());
    }

    public Tag currency() {
        return check.currency().equals("not-seen")
                ? new Tag("not seen yet", "info", "Nothing was approved there so far.")
                : tag(check.currency());
    }

    private static Tag tag(String word) {
        return new Tag(word, word.equals(OK) ? "good" : "bad", word);
    }

    private static Tag unknown(String word) {
        return new Tag(word, "warn", "Vipps MobilePay was asked and did not say.");
    }
}
