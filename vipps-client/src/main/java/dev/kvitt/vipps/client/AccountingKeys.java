package dev.kvitt.vipps.client;

/**
 * Keys an accounting system got from its merchant in the business portal. They open the Report API only, for all of the merchant's sales
 * units, and need no subscription key. Both texts are trimmed and must be visible ASCII. {@code toString} shows neither.
 *
 * @param clientId the {@code client_id}, without a colon because HTTP Basic ends it with one
 * @param clientSecret the {@code client_secret}
 */
public record AccountingKeys(String clientId, String clientSecret) {
    public AccountingKeys {
        clientId = PastedText.visibleAscii("client id", clientId);
        clientSecret = PastedText.visibleAscii("client secret", clientSecret);
        if (clientId.contains(":")) {
            throw new IllegalArgumentException(
                    "client id has a colon, which HTTP Basic cannot carry. Copy the value again.");
        }
    }

    @Override
    public String toString() {
        return "AccountingKeys[]";
    }
}
