package dev.kvitt.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a service whether it is ready. */
public final class HealthProbe {

    private static final int LIMIT_MILLIS = 2000;

    private HealthProbe() {}

    /** True when {@code /q/health/ready} answers 200. */
    public static boolean isReady(String baseUrl) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(baseUrl + "/q/health/ready").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
