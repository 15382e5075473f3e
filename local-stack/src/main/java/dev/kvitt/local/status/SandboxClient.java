package dev.kvitt.local.status;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;

/** Reads what the sandbox knows, from its control API. */
final class SandboxClient {

    private static final int LIMIT_MILLIS = 3000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    SandboxClient(String url) {
        this.url = url;
    }

    /** Empty lists when it does not answer: the status then says that it is not ready. */
    SandboxStatus status() {
        return new SandboxStatus(
                url,
                list("/sandbox/v1/merchants", new TypeReference<List<SandboxMerchant>>() {}),
                list("/sandbox/v1/webhooks", new TypeReference<List<SandboxWebhook>>() {}));
    }

    private <T> List<T> list(String path, TypeReference<List<T>> type) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try (InputStream body = connection.getInputStream()) {
                return JSON.readValue(body, type);
            }
        } catch (IOException notAnswering) {
            return List.of();
        }
    }
}
