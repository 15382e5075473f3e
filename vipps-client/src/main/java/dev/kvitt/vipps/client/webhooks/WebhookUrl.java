package dev.kvitt.vipps.client.webhooks;

import java.net.URI;

/**
 * Where Vipps posts to. Signatures are made over exactly this host, path and query, so it is kept as registered.
 *
 * @param value an absolute URL. Vipps wants https, reachable from the world, on a common port; a sandbox may take less
 */
public record WebhookUrl(String value) {
    public WebhookUrl {
        if (URI.create(value).getHost() == null) {
            throw new IllegalArgumentException("a webhook URL is absolute and has a host");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
