package dev.kvitt.operations.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/** The console's cookies: for no script, for no other site, and over https alone where browsers reach it by https. */
@Singleton
public class Cookies {

    private static final String PATH = "/console";
    private final boolean secure;

    Cookies(AccessConfig config) {
        this.secure =
                config.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    /** Whether browsers come by https. */
    public boolean secure() {
        return secure;
    }

    /** A name that browsers take over https only. */
    String name(String plain) {
        return secure ? "__Secure-" + plain : plain;
    }

    NewCookie cookie(String plain, String value, int maxAge) {
        return new NewCookie.Builder(name(plain))
                .value(value)
                .path(PATH)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }

    Cookie vertxCookie(String plain, String value) {
        return Cookie.cookie(name(plain), value)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT);
    }
}
