package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What each user flow needs, and what the sales unit may use. */
final class FlowRule {

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.+");
    private static final Set<String> SCOPES = Set.of("name", "address", "email", "phoneNumber", "birthDate", "nin");

    private FlowRule() {}

    static Optional<Refusal> refusal(CreateBody body, SalesUnit salesUnit) {
        UserFlow flow = UserFlow.valueOf(body.userFlow());
        if (flow == UserFlow.WEB_REDIRECT && body.returnUrl() == null) {
            return refused(ErrorCode.MISSING_PARAMETER, "WEB_REDIRECT needs a returnUrl.");
        }
        if (flow == UserFlow.PUSH_MESSAGE && body.customer() == null) {
            return refused(ErrorCode.MISSING_PARAMETER, "PUSH_MESSAGE needs a customer.");
        }
        if (flow == UserFlow.PUSH_MESSAGE && !salesUnit.pushAllowed()) {
            return refused(ErrorCode.PUSH_NOT_ALLOWED, ErrorCode.PUSH_NOT_ALLOWED.title());
        }
        if (!isUsable(body.returnUrl()) || !isUsable(body.receiptUrl())) {
            return refused(ErrorCode.INVALID_URL, "URLs use https or a custom scheme.");
        }
        return method(body, flow, salesUnit).or(() -> scope(body.profile()));
    }

    private static Optional<Refusal> method(CreateBody body, UserFlow flow, SalesUnit salesUnit) {
        boolean card = !"WALLET".equals(body.paymentMethod().type());
        if (card && (flow != UserFlow.WEB_REDIRECT || body.receipt() != null)) {
            return refused(ErrorCode.WRONG_PAYMENT_METHOD, "Card payments use WEB_REDIRECT and carry no receipt.");
        }
        boolean blocks = body.blockedSources() != null || body.paymentMethod().blockedSources() != null;
        return blocks && salesUnit.market() == Market.NO
                ? refused(ErrorCode.BLOCKED_SOURCES_NOT_ALLOWED, "Norwegian sales units cannot block sources.")
                : Optional.empty();
    }

    private static Optional<Refusal> scope(CreateBody.Profile profile) {
        boolean fine = profile == null
                || profile.scope() == null
                || SCOPES.containsAll(Arrays.asList(profile.scope().trim().split(" +")));
        return fine ? Optional.empty() : refused(ErrorCode.INVALID_SCOPE, ErrorCode.INVALID_SCOPE.title());
    }

    private static boolean isUsable(String url) {
        if (url == null) {
            return true;
        }
        var scheme = SCHEME.matcher(url);
        return scheme.matches() && !scheme.group(1).toLowerCase(Locale.ROOT).equals("http");
    }

    private static Optional<Refusal> refused(ErrorCode code, String detail) {
        return Optional.of(new Refusal.Coded(code, detail));
    }
}
