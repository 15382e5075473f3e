package dev.kvitt.operations.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * That a change comes from a form of the console itself: each form carries a value made of a cookie that no other site's page can
 * read, and of who is logged in.
 */
@Singleton
public class Forms {

    /** Name of the hidden field. */
    public static final String FIELD = "form";

    /** What scripts send in its place. */
    static final String HEADER = "X-Kvitt-Form";

    private static final String COOKIE = "kvitt-form";

    private final Cookies cookies;

    Forms(Cookies cookies) {
        this.cookies = cookies;
    }

    /** For the hidden field of a page's forms; gives the browser its cookie where it has none. */
    public String token(RoutingContext context, String user) {
        var cookie = context.request().getCookie(cookies.name(COOKIE));
        if (cookie != null && !cookie.getValue().isEmpty()) {
            return value(cookie.getValue(), user);
        }
        var fresh = Hashes.random();
        context.response().addCookie(cookies.vertxCookie(COOKIE, fresh));
        return value(fresh, user);
    }

    boolean isOurs(RoutingContext context, String user, String given) {
        var cookie = context.request().getCookie(cookies.name(COOKIE));
        return given != null
                && cookie != null
                && MessageDigest.isEqual(bytes(given), bytes(value(cookie.getValue(), user)))
                && isFromHere(context);
    }

    /** Browsers say so in one way or the other; who says nothing is no browser. */
    private static boolean isFromHere(RoutingContext context) {
        var site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        var origin = context.request().getHeader("Origin");
        var host = context.request().getHeader("Host");
        return origin == null || origin.equals("https://" + host) || origin.equals("http://" + host);
    }

    private static String value(String cookie, String user) {
        return HexFormat.of().formatHex(Hashes.of("kvitt form " + cookie + " " + user));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
