package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Loopback;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each user flow needs, and what the sales unit may use. */
final class FlowRule {

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.+");

    private FlowRule() {}

    static Optional<Refusal> refusal(CreateBody body, SalesUnit salesUnit, RulesSwitches.Create switches) {
        UserFlow flow = UserFlow.valueOf(body.userFlow());
        if (!salesUnit.has(Agreement.BANK_ACCOUNT)) {
            return refused(ErrorCode.BANK_ACCOUNT_NOT_VERIFIED, ErrorCode.BANK_ACCOUNT_NOT_VERIFIED.title());
        }
        if (flow == UserFlow.WEB_REDIRECT && body.returnUrl() == null) {
            return refused(ErrorCode.MISSING_PARAMETER, "WEB_REDIRECT needs a returnUrl.");
        }
        if (flow == UserFlow.PUSH_MESSAGE && body.customer() == null) {
            return refused(ErrorCode.MISSING_PARAMETER, "PUSH_MESSAGE needs a customer.");
        }
        if (flow == UserFlow.PUSH_MESSAGE && !salesUnit.has(Agreement.PUSH_MESSAGE)) {
            return refused(ErrorCode.PUSH_NOT_ALLOWED, ErrorCode.PUSH_NOT_ALLOWED.title());
        }
        if (!isUsable(body.returnUrl(), switches) || !isUsable(body.receiptUrl(), switches)) {
            return refused(ErrorCode.INVALID_URL, "URLs use https or a custom scheme.");
        }
        if (!LegalLinksRule.areUsable(body.merchantLegalLinks())) {
            return refused(ErrorCode.INVALID_URL, "Legal links use https.");
        }
        return method(body, flow, salesUnit);
    }

    private static Optional<Refusal> method(CreateBody body, UserFlow flow, SalesUnit salesUnit) {
        String method = body.paymentMethod().type();
        if (method.equals("CARD_PASSTHROUGH")) {
            return refused(ErrorCode.WRONG_PAYMENT_METHOD, "CARD_PASSTHROUGH is for payment service providers.");
        }
        boolean card = method.equals("CARD");
        if (card && !salesUnit.has(Agreement.CARD)) {
            return refused(ErrorCode.WRONG_PAYMENT_METHOD, "CARD is not available here, as in the test environment.");
        }
        if (card && (flow != UserFlow.WEB_REDIRECT || body.receipt() != null)) {
            return refused(ErrorCode.WRONG_PAYMENT_METHOD, "CARD needs WEB_REDIRECT and carries no receipt.");
        }
        boolean blocks = body.blockedSources() != null || body.paymentMethod().blockedSources() != null;
        return blocks && salesUnit.market() == Market.NO
                ? refused(ErrorCode.BLOCKED_SOURCES_NOT_ALLOWED, "Norwegian sales units cannot block sources.")
                : Optional.empty();
    }

    private static boolean isUsable(String url, RulesSwitches.Create switches) {
        if (url == null || (switches.loopbackHttpAccepted() && Loopback.isHttp(url))) {
            return true;
        }
        var scheme = SCHEME.matcher(url);
        return scheme.matches() && !scheme.group(1).toLowerCase(Locale.ROOT).equals("http");
    }

    private static Optional<Refusal> refused(ErrorCode code, String detail) {
        return Optional.of(new Refusal.Coded(code, detail));
    }
}
