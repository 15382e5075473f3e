package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** Lets in who may ask. What it says to all others holds nothing of any sale. */
@Singleton
class Callers {

    private static final String NOTHING_SAID = " This says nothing about the sale.";

    private final Tokens tokens;
    private final SignedTokens signed;
    private final Registry registry;
    private final RequestLimits limits;
    private final ApiConfig config;

    Callers(Tokens tokens, SignedTokens signed, Registry registry, RequestLimits limits, ApiConfig config) {
        this.tokens = tokens;
        this.signed = signed;
        this.registry = registry;
        this.limits = limits;
        this.config = config;
    }

    /** A sale that somebody may ask about. */
    record Asked(Caller caller, Msn msn, SaleId saleId) {
        String key() {
            return msn + "/" + saleId;
        }
    }

    /** @throws NoAnswer for whoever may not */
    Asked sale(HttpHeaders headers, String msn, String saleId, Permission permission) {
        var caller = caller(headers);
        Msn unit;
        SaleId sale;
        try {
            unit = new Msn(msn);
            sale = new SaleId(saleId);
        } catch (IllegalArgumentException e) {
            throw new NoAnswer(
                    Problem.of(Status.BAD_REQUEST, "bad-address", "This is no merchant serial number and sale id."));
        }
        permitted(caller, unit, permission);
        return new Asked(caller, unit, sale);
    }

    /** @throws NoAnswer for whoever may not, and for a till that the sales unit does not have */
    Caller till(HttpHeaders headers, String msn, String tillId, Permission permission) {
        var caller = salesUnit(headers, msn, permission);
        isFor(caller, tillId);
        if (registry.till(new Msn(msn), tillId).isEmpty()) {
            throw new NoAnswer(Problem.of(Status.NOT_FOUND, "unknown-till", "This sales unit has no such till."));
        }
        return caller;
    }

    /** @throws NoAnswer for whoever may not */
    Caller salesUnit(HttpHeaders headers, String msn, Permission permission) {
        var caller = caller(headers);
        try {
            permitted(caller, new Msn(msn), permission);
        } catch (IllegalArgumentException e) {
            throw new NoAnswer(Problem.of(Status.BAD_REQUEST, "bad-address", "This is no merchant serial number."));
        }
        return caller;
    }

    private Caller caller(HttpHeaders headers) {
        var caller = one(headers, HttpHeaders.AUTHORIZATION)
                .flatMap(shown -> tokens.holder(shown).or(() -> signed.holder(shown)))
                .orElseThrow(() ->
                        new NoAnswer(Problem.of(Status.UNAUTHORIZED, "Show a token that Kvitt knows." + NOTHING_SAID)));
        counted("token " + caller.name(), caller.requestsPerMinute());
        return caller;
    }

    /** Absent where it stands twice: nobody knows which of the two a proxy has looked at. */
    static Optional<String> one(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values != null && values.size() == 1 ? Optional.ofNullable(values.getFirst()) : Optional.empty();
    }

    private static void permitted(Caller caller, Msn unit, Permission permission) {
        if (!caller.mayAskAbout(unit)) {
            throw forbidden("sales-unit-not-permitted", "This token is not for this sales unit.");
        }
        if (!caller.may(permission)) {
            throw forbidden(
                    permission == Permission.REFUND ? "refunds-not-permitted" : "request-not-permitted",
                    "This token is not good for this.");
        }
    }

    /** @throws NoAnswer where the caller speaks for other tills */
    void isFor(Caller caller, String tillId) {
        if (!caller.isFor(tillId)) {
            throw forbidden("till-not-permitted", "This token is for other tills.");
        }
    }

    /** @throws NoAnswer where the till has asked too often */
    void counted(Msn msn, String tillId) {
        var known = registry.till(msn, tillId).isPresent();
        counted("till " + msn + "/" + (known ? tillId : "unknown"), config.tillRequestsPerMinute());
    }

    private void counted(String who, int perMinute) {
        limits.take(who, perMinute).ifPresent(wait -> {
            throw new NoAnswer(Problem.of(
                            Status.TOO_MANY_REQUESTS, "too-many-requests", "Asked too often. Nothing was done; wait.")
                    .after(wait));
        });
    }

    private static NoAnswer forbidden(String code, String sentence) {
        return new NoAnswer(Problem.of(Status.FORBIDDEN, code, sentence + NOTHING_SAID));
    }
}
