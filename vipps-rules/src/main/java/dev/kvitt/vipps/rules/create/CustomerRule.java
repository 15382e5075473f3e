package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.Optional;

/** Whether the way a customer is named can name one. */
final class CustomerRule {

    private static final int PERSONAL_QR_MIN = 5;
    private static final int PERSONAL_QR_MAX = 255;

    private CustomerRule() {}

    static Optional<Refusal> refusal(CreateBody.Customer customer, RulesSwitches.Create switches) {
        if (customer == null) {
            return Optional.empty();
        }
        if (customer.phoneNumber() != null && !isNumber(customer.phoneNumber(), switches)) {
            return Optional.of(Refusal.Coded.of(ErrorCode.INVALID_PHONE_NUMBER));
        }
        if (customer.customerToken() != null && customer.customerToken().isBlank()) {
            return Optional.of(Refusal.Coded.of(ErrorCode.INVALID_CUSTOMER_TOKEN));
        }
        String qr = customer.personalQr();
        return qr != null && (qr.length() < PERSONAL_QR_MIN || qr.length() > PERSONAL_QR_MAX)
                ? Optional.of(Refusal.Coded.of(ErrorCode.INVALID_PERSONAL_QR))
                : Optional.empty();
    }

    private static boolean isNumber(String number, RulesSwitches.Create switches) {
        return Msisdn.isValid(number) && number.length() >= switches.phoneMinimumDigits();
    }

    static CustomerReference customer(CreateBody.Customer customer) {
        if (customer == null) {
            return new CustomerReference.Anyone();
        }
        if (customer.phoneNumber() != null) {
            return new CustomerReference.ByPhone(new Msisdn(customer.phoneNumber()));
        }
        return customer.customerToken() != null
                ? new CustomerReference.ByToken(new CustomerToken(customer.customerToken()))
                : new CustomerReference.ByPersonalQr(customer.personalQr());
    }
}
