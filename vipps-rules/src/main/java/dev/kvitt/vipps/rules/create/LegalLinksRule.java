package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.List;
import java.util.stream.Stream;

/** The merchant's own terms, linked to in the app. */
final class LegalLinksRule {

    private LegalLinksRule() {}

    static List<FieldProblem> problems(CreateBody.LegalLinks links, RulesSwitches.Create switches) {
        return links == null || switches.legalLinksAccepted()
                ? List.of()
                : List.of(new FieldProblem("merchantLegalLinks", "The field is unknown."));
    }

    static boolean areUsable(CreateBody.LegalLinks links) {
        return links == null
                || Stream.of(links.termsOfSaleUrl(), links.privacyPolicyUrl())
                        .allMatch(url -> url == null || url.startsWith("https://"));
    }
}
