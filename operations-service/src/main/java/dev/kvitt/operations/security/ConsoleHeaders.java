package dev.kvitt.operations.security;

import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/** What browsers may do with a page of the console: run its own script and style and nobody else's, and show it in no frame. */
@Singleton
public class ConsoleHeaders {

    static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean secure;

    ConsoleHeaders(Cookies cookies) {
        this.secure = cookies.secure();
    }

    /** In place of what all answers of this service carry: of two policies a browser would keep both. */
    public void protect(HttpServerResponse answer) {
        answer.putHeader("Content-Security-Policy", POLICY);
        // Not no-referrer, or browsers would not say where a form comes from.
        answer.putHeader("Referrer-Policy", "same-origin");
        answer.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.putHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        answer.putHeader("X-Robots-Tag", "noindex");
        if (secure) {
            answer.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
