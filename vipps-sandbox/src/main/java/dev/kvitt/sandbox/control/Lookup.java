package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what a request names, or says what is wrong with the name. */
@ApplicationScoped
class Lookup {

    private final Sandbox sandbox;

    Lookup(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    MerchantState merchant(String msn) {
        return Optional.ofNullable(msn)
                .filter(Msn::isValid)
                .map(Msn::new)
                .flatMap(sandbox::merchant)
                .orElseThrow(
                        () -> ControlError.notFound("No merchant has this msn. GET /sandbox/v1/merchants lists them."));
    }

    /** The named one, or all if none is named. */
    List<MerchantState> merchants(String msn) {
        return msn == null ? sandbox.merchants() : List.of(merchant(msn));
    }

    static Reference reference(String text) {
        return Optional.ofNullable(text)
                .filter(Reference::isValid)
                .map(Reference::new)
                .orElseThrow(noPayment());
    }

    static Msisdn customer(String number) {
        return Optional.ofNullable(number)
                .filter(Msisdn::isValid)
                .map(Msisdn::new)
                .orElseThrow(() ->
                        ControlError.badRequest("customer is a phone number: 9 to 15 digits, country code first."));
    }

    static Supplier<WebApplicationException> noPayment() {
        return () -> ControlError.notFound("This merchant has no payment with this reference.");
    }
}
