package dev.kvitt.vipps.rules.create;

import java.util.stream.Stream;

/** The merchant's own terms, linked to in the app. */
final class LegalLinksRule {

    private LegalLinksRule() {}

    static boolean areUsable(CreateBody.LegalLinks links) {
        return links == null
                || Stream.of(links.termsOfSaleUrl(), links.privacyPolicyUrl())
                        .allMatch(url -> url == null || url.startsWith("https://"));
    }
}
