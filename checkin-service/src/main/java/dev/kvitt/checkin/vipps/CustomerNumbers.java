package dev.kvitt.checkin.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.UnsealableException;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.qr.ExchangedCustomer;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks Vipps for the phone numbers behind what customers scanned or showed. What is said here names no value. */
@Singleton
public class CustomerNumbers {

    private static final Logger LOG = Logger.getLogger(CustomerNumbers.class);

    private final VippsAccess vipps;
    private final Unsealer unsealer;

    CustomerNumbers(VippsAccess vipps, Unsealer unsealer) {
        this.vipps = vipps;
        this.unsealer = unsealer;
    }

    /** What Vipps said. */
    public sealed interface Found {
        /** Digits, country code first. {@code toString} hides them. */
        record Msisdn(String digits) implements Found {
            @Override
            public String toString() {
                return "Msisdn[hidden]";
            }
        }

        /** There is none to be had, now or later. */
        record Nobody() implements Found {}

        /** Nothing was learned; asking again may help. */
        record NotNow() implements Found {}
    }

    /** Who scanned a printed code and got this token. */
    public Found ofToken(Msn msn, Sealed token) {
        return find(msn, token, Customer.CustomerToken::new, (api, token1) -> api.customerExchange()
                .exchange(token1));
    }

    /** Who showed this code of their own. */
    public Found ofPersonalQr(Msn msn, Sealed content) {
        return find(msn, content, Customer.PersonalQr::new, (api, shown) -> api.customerExchange()
                .exchange(shown));
    }

    private <C> Found find(
            Msn msn,
            Sealed sealed,
            Function<String, C> form,
            BiFunction<VippsApi, C, Outcome<ExchangedCustomer>> exchange) {
        var api = vipps.of(msn);
        var customer = open(sealed).flatMap(clear -> formed(clear, form));
        if (api.isEmpty() || customer.isEmpty()) {
            return new Found.Nobody();
        }
        return switch (exchange.apply(api.get(), customer.get())) {
            case Outcome.Done<ExchangedCustomer>(var found) ->
                new Found.Msisdn(found.phoneNumber().msisdn());
            case Outcome.Refused<?> refused -> {
                LOG.infof(
                        "Vipps gave no number of a customer of sales unit %s: %s",
                        msn, refused.error().operatorSentence());
                yield new Found.Nobody();
            }
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ -> new Found.NotNow();
        };
    }

    private Optional<String> open(Sealed sealed) {
        try {
            return unsealer.open(sealed);
        } catch (UnsealableException e) {
            return Optional.empty();
        }
    }

    private static <C> Optional<C> formed(String clear, Function<String, C> form) {
        try {
            return Optional.of(form.apply(clear));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
