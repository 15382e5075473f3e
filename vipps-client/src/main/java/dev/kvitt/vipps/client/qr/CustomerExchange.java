package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.epayment.Customer;

/**
 * Turns what a customer showed or scanned into their phone number (QR API, "QR exchange" and "customer exchange"). A payment needs neither:
 * it takes both as they are. Refused with 400 (not a code or token, or an old one) and 401 (keys).
 */
public interface CustomerExchange {
    /** Who showed this personal QR. */
    Outcome<ExchangedCustomer> exchange(Customer.PersonalQr shown);

    /** Who scanned a callback QR and got this token; possible for 15 minutes. */
    Outcome<ExchangedCustomer> exchange(Customer.CustomerToken checkedIn);
}
