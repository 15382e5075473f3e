package dev.kvitt.checkin.api;

import dev.kvitt.checkin.store.PageTokens;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Who looks at a page, as far as their browser tells. */
public class PageVisit {

    /** Of browsers on https; other cookies cannot take its place. */
    static final String SECURE_COOKIE = "__Secure-kvitt-page";

    /** Of a stack on a laptop. */
    static final String PLAIN_COOKIE = "kvitt-page";

    static final String LANGUAGE_COOKIE = "kvitt-language";

    @CookieParam(SECURE_COOKIE)
    String secureCookie;

    @CookieParam(PLAIN_COOKIE)
    String plainCookie;

    @CookieParam(LANGUAGE_COOKIE)
    String languageCookie;

    @QueryParam("lang")
    String chosenLanguage;

    @HeaderParam("Origin")
    String origin;

    @HeaderParam("Sec-Fetch-Site")
    String fetchSite;

    @Context
    HttpHeaders headers;

    @Context
    HttpServerRequest request;

    Optional<PageLanguage> chosen() {
        return PageLanguage.of(chosenLanguage);
    }

    PageLanguage language() {
        return chosen().or(() -> PageLanguage.of(languageCookie))
                .orElseGet(() -> PageLanguage.of(headers.getAcceptableLanguages()));
    }

    /** Empty for one that we have not given a cookie yet. */
    Optional<String> browser(boolean secure) {
        return Optional.ofNullable(secure ? secureCookie : plainCookie).filter(PageTokens::isOne);
    }

    String source() {
        return String.valueOf(request.remoteAddress().hostAddress());
    }

    String path() {
        return request.path();
    }

    /** Whether a form was sent by a page of ours, as far as the browser says; the token in it says it again. */
    boolean comesFrom(String base) {
        var sameOrigin = origin == null || origin.equals(base);
        var sameSite = fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
        return sameOrigin && sameSite;
    }
}
