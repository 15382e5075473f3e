package dev.kvitt.vipps.client;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A page of the merchant that the customer's app opens in a browser. May name an order, so {@code toString} hides it.
 *
 * @param value an absolute {@code https} URL. Vipps' specifications say "uri" only; a customer's browser should not be led to less
 */
public record LinkUrl(String value) {
    public LinkUrl {
        if (!isHttps(value)) {
            throw new IllegalArgumentException("a link is an absolute URL that starts with https://");
        }
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "LinkUrl[hidden]";
    }
}
