package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.receipt.Receipt;
import java.util.List;
import java.util.Map;

/** Makes create requests that differ from a good one in what a test is about. */
final class CreateBodies {

    private CreateBody.Amount amount = new CreateBody.Amount("NOK", 5000L);
    private String method = "WALLET";
    private String reference = "vending-1-1";
    private String flow = "WEB_REDIRECT";
    private String returnUrl = "https://shop.example/return";
    private CreateBody.Customer customer = new CreateBody.Customer(null, null, "dG9rZW4=");
    private String description = "Vending machine purchase";
    private Receipt receipt;
    private String expiresAt;
    private CreateBody.QrFormat qrFormat;
    private Map<String, String> metadata = Map.of("sale", "1");

    private String interaction = "CUSTOMER_PRESENT";
    private CreateBody.Profile profile;
    private String receiptUrl;
    private Integer minimumUserAge;
    private List<String> blockedSources;
    private CreateBody.LegalLinks legalLinks;
    private CreateBody.IndustryData industryData;
    private CreateBody.Shipping shipping;

    private CreateBodies() {}

    static CreateBodies vending() {
        return new CreateBodies();
    }

    static Receipt fanta() {
        Receipt.OrderLine line = new Receipt.OrderLine(
                "Fanta", "fanta-05", 5000L, 4000L, 1000L, 2500, null, null, null, null, null, null);
        return new Receipt(
                List.of(line),
                new Receipt.BottomLine(
                        "NOK", null, "machine-1", null, null, null, null, null, null, null, null, null, null));
    }

    CreateBodies amount(long value, String currency) {
        amount = new CreateBody.Amount(currency, value);
        return this;
    }

    CreateBodies method(String value) {
        method = value;
        return this;
    }

    CreateBodies reference(String value) {
        reference = value;
        return this;
    }

    CreateBodies flow(String value) {
        flow = value;
        return this;
    }

    CreateBodies returnUrl(String value) {
        returnUrl = value;
        return this;
    }

    CreateBodies customer(CreateBody.Customer value) {
        customer = value;
        return this;
    }

    CreateBodies description(String value) {
        description = value;
        return this;
    }

    CreateBodies receipt(Receipt value) {
        receipt = value;
        return this;
    }

    CreateBodies expiresAt(String value) {
        expiresAt = value;
        return this;
    }

    CreateBodies qrFormat(String format, Integer size) {
        qrFormat = new CreateBody.QrFormat(format, size);
        return this;
    }

    CreateBodies metadata(Map<String, String> value) {
        metadata = value;
        return this;
    }

    CreateBodies interaction(String value) {
        interaction = value;
        return this;
    }

    CreateBodies scope(String value) {
        profile = new CreateBody.Profile(value);
        return this;
    }

    CreateBodies receiptUrl(String value) {
        receiptUrl = value;
        return this;
    }

    CreateBodies minimumUserAge(int value) {
        minimumUserAge = value;
        return this;
    }

    CreateBodies blockedSources(String... values) {
        blockedSources = List.of(values);
        return this;
    }

    CreateBodies legalLinks(String terms, String privacy) {
        legalLinks = new CreateBody.LegalLinks(terms, privacy);
        return this;
    }

    CreateBodies airline(CreateBody.AirlineData value) {
        industryData = new CreateBody.IndustryData(value);
        return this;
    }

    CreateBodies shipping(Object fixed, Object dynamic) {
        shipping = new CreateBody.Shipping(fixed, dynamic, null);
        return this;
    }

    CreateBody body() {
        return new CreateBody(
                amount,
                new CreateBody.PaymentMethod(method, null),
                reference,
                flow,
                returnUrl,
                customer,
                interaction,
                description,
                profile,
                receipt,
                receiptUrl,
                expiresAt,
                qrFormat,
                metadata,
                minimumUserAge,
                blockedSources,
                legalLinks,
                industryData,
                shipping);
    }
}
