package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.LinkUrl;
import java.util.Objects;

/**
 * The merchant's terms, linked from the payment in the app (ePayment, since 2026).
 *
 * @param termsOfSale the terms of sale
 * @param privacyPolicy the privacy policy
 */
public record MerchantLegalLinks(LinkUrl termsOfSale, LinkUrl privacyPolicy) {
    public MerchantLegalLinks {
        Objects.requireNonNull(termsOfSale, "termsOfSale");
        Objects.requireNonNull(privacyPolicy, "privacyPolicy");
    }
}
