package dev.kvitt.operations.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import dev.kvitt.operations.security.OperatorId;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.regex.Pattern;

/** Who decides, why, and about which sale. */
public final class Decider {

    private static final int LONGEST_REASON = 200;

    /** Whether or not there are spaces between: it may be the number of a phone, a card or a person, and a reason is kept for ever. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}]*\\p{Nd}){7}");

    private Decider() {}

    /** What a decision comes with: its reason, 1 to 200 characters, nothing about a customer, no 8 digits in a row. */
    record Reason(String reason) {}

    /** As it goes on operator.commands. */
    static String who(SecurityContext security) {
        var principal = security.getUserPrincipal();
        if (principal == null
                || principal.getName() == null
                || principal.getName().isBlank()) {
            throw Problem.of(Response.Status.UNAUTHORIZED, "unauthorized", "Nobody decides without a name.");
        }
        return OperatorId.of(principal);
    }

    static String why(Reason given) {
        return why(given == null ? null : given.reason());
    }

    /** The reason as it is kept; a {@link Problem} that says what is wrong with it. */
    public static String why(String reason) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("no-reason", "Say why, in 1 to 200 characters on one line.");
        }
        if (LONG_NUMBER.matcher(why).find()) {
            throw Problem.badRequest(
                    "number-in-reason",
                    "Say why without 8 or more digits in a row: that may be somebody's number, and reasons are kept for ever.");
        }
        return why;
    }

    static Msn msn(String text) {
        try {
            return new Msn(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-sale", "This is no merchant serial number.");
        }
    }

    static SaleId saleId(String text) {
        try {
            return new SaleId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-sale", "This is no sale id.");
        }
    }
}
