package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PageAddresses;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/** What browsers may do with the page: run its own script and style and nobody else's, show it in no frame, and tell nobody its address. */
@Singleton
public class PageHeaders {

    // A form ends at Vipps, by redirects; the host is theirs to choose.
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'self' https:%s; frame-ancestors %s";
    private static final String PUBLIC = POLICY.formatted("", "'none'");

    // Without https the page is on this very machine only, where an example shows the customer's phone beside a till.
    private static final String ON_THIS_MACHINE = POLICY.formatted(" http:", "http://localhost:* http://127.0.0.1:*");

    private final boolean secure;

    PageHeaders(PageAddresses addresses) {
        this.secure = addresses.isSecure();
    }

    static String policy(boolean secure) {
        return secure ? PUBLIC : ON_THIS_MACHINE;
    }

    /** In place of what all answers of this service carry: of two policies a browser would keep both. */
    void protect(HttpServerResponse answer) {
        answer.putHeader("Content-Security-Policy", policy(secure));
        // Not no-referrer, or browsers would not say where a form comes from.
        answer.putHeader("Referrer-Policy", "same-origin");
        answer.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        answer.putHeader("X-Robots-Tag", "noindex");
        if (secure) {
            answer.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
