package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.Msisdn;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Who looks: the browser that asks, and what it remembers. */
public final class Visitor {

    static final String PHONE = "sandbox-phone";
    static final String LANGUAGE = "sandbox-language";

    @CookieParam(PHONE)
    String phone;

    @CookieParam(LANGUAGE)
    String language;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** Whose phone this browser was last; empty = nobody's. */
    Optional<Msisdn> phone() {
        return Optional.ofNullable(phone).filter(Msisdn::isValid).map(Msisdn::new);
    }

    /** As chosen, else as the browser asks for. */
    PhoneLanguage language() {
        return Optional.ofNullable(language)
                .flatMap(PhoneLanguage::of)
                .orElseGet(() -> PhoneLanguage.of(headers.getAcceptableLanguages()));
    }

    Wording wording() {
        return new Wording(language());
    }

    /** Where this visitor is, to come back to. */
    String here() {
        return uri.getRequestUri().getRawPath()
                + Optional.ofNullable(uri.getRequestUri().getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    static NewCookie remember(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
