package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.receipt.Receipt;
import java.util.List;
import java.util.Map;

/**
 * The body of a create request as it arrives: nothing checked, what was not sent is null. The names are the API's; a field
 * not listed here is unknown to the API and refused.
 */
public record CreateBody(
        Amount amount,
        PaymentMethod paymentMethod,
        String reference,
        String userFlow,
        String returnUrl,
        Customer customer,
        String customerInteraction,
        String paymentDescription,
        Profile profile,
        Receipt receipt,
        String receiptUrl,
        String expiresAt,
        QrFormat qrFormat,
        Map<String, String> metadata,
        Integer minimumUserAge,
        List<String> blockedSources,
        LegalLinks merchantLegalLinks,
        IndustryData industryData,
        Shipping shipping) {

    /** @param value minor units */
    public record Amount(String currency, Long value) {}

    public record PaymentMethod(String type, List<String> blockedSources) {}

    /** Exactly one of the three is sent. Personal, so it never shows itself. */
    public record Customer(String phoneNumber, String personalQr, String customerToken) {
        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }

    /** @param scope space-separated names of what the customer is asked to share */
    public record Profile(String scope) {}

    public record LegalLinks(String termsOfSaleUrl, String privacyPolicyUrl) {}

    /** What card schemes ask of some trades; of no consequence to the payment. */
    public record IndustryData(AirlineData airlineData) {}

    public record AirlineData(
            String agencyInvoiceNumber,
            String airlineCode,
            String airlineDesignatorCode,
            String passengerName,
            String ticketNumber) {}

    /** Exactly one of the two ways to offer deliveries; what is in them is not looked at. */
    public record Shipping(Object fixedOptions, Object dynamicOptions, List<String> allowedCountries) {}

    /** @param size pixels, 100 to 2000, PNG only */
    public record QrFormat(String format, Integer size) {}
}
