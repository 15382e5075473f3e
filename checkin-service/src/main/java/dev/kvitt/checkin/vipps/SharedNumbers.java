package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.domain.CustomerValues;
import dev.kvitt.checkin.vipps.CustomerNumbers.Found;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.epayment.UserDetails;
import dev.kvitt.vipps.client.userinfo.UserProfile;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks Vipps for the number that a customer shared with a payment: it stands with the payment, or behind the id that stands
 * there. What is said here names no value.
 */
@Singleton
public class SharedNumbers {

    /** How many calls one question takes at most. */
    public static final int CALLS = 2;

    private static final Logger LOG = Logger.getLogger(SharedNumbers.class);

    private final VippsAccess vipps;

    SharedNumbers(VippsAccess vipps) {
        this.vipps = vipps;
    }

    /** Vipps fills it in a moment after the approval, so what is not there may come. */
    public Found of(Msn msn, PaymentReference reference) {
        return vipps.of(msn).map(api -> of(api, msn, reference)).orElseGet(Found.Nobody::new);
    }

    private static Found of(VippsApi api, Msn msn, PaymentReference reference) {
        return switch (api.epayment().get(new Reference(reference.value()))) {
            case Outcome.Done<PaymentAnswer>(var payment) -> {
                var shared = payment.profile();
                var number =
                        shared.userDetails().flatMap(UserDetails::mobileNumber).flatMap(SharedNumbers::number);
                if (number.isPresent()) {
                    yield number.get();
                }
                yield shared.sub()
                        .map(sub -> ofProfile(api.userinfo().get(sub), msn, reference))
                        .orElseGet(Found.NotNow::new);
            }
            case Outcome.Refused<?> refused -> notNow(msn, reference, refused.error());
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ -> new Found.NotNow();
        };
    }

    private static Found ofProfile(Outcome<UserProfile> outcome, Msn msn, PaymentReference reference) {
        return switch (outcome) {
            case Outcome.Done<UserProfile>(var profile) ->
                profile.phoneNumber().flatMap(SharedNumbers::number).orElseGet(Found.NotNow::new);
            case Outcome.Refused<?> refused -> notNow(msn, reference, refused.error());
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ -> new Found.NotNow();
        };
    }

    private static Found notNow(Msn msn, PaymentReference reference, VippsError error) {
        LOG.infof(
                "Vipps gives no number of the customer of %s/%s: %s. It is asked again",
                msn, reference, error.operatorSentence());
        return new Found.NotNow();
    }

    private static Optional<Found> number(String told) {
        var digits = told.startsWith("+") ? told.substring(1) : told;
        return CustomerValues.objection(Customer.Kind.PHONE_NUMBER, digits).isEmpty()
                ? Optional.of(new Found.Msisdn(digits))
                : Optional.empty();
    }
}
