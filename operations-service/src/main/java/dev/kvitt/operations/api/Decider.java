package dev.kvitt.operations.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.regex.Pattern;

/** Who decides, why, and about which sale. */
public final class Decider {

    private static final int LONGEST_REASON = 200;
    private static final Pattern OPERATOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Decider() {}

    /** What a decision comes with: its reason, 1 to 200 characters, nothing about a customer. */
    record Reason(String reason) {}

    /** Who asks over HTTP, as {@link #id} has it. */
    static String who(SecurityContext security) {
        var principal = security.getUserPrincipal();
        if (principal == null
                || principal.getName() == null
                || principal.getName().isBlank()) {
            throw Problem.of(Response.Status.UNAUTHORIZED, "unauthorized", "Nobody decides without a name.");
        }
        return id(principal.getName());
    }

    /** As it goes on operator.commands: what a name may not hold is an underscore there, and it begins with a letter or digit. */
    public static String id(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^(?=[^A-Za-z0-9])", "u");
        var id = plain.length() > 64 ? plain.substring(0, 64) : plain;
        if (!OPERATOR.matcher(id).matches()) {
            throw new IllegalStateException("an operator's id of other characters than it may have");
        }
        return id;
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
