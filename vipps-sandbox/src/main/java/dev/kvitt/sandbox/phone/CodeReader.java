package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.domain.CallbackQr;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.RedirectQr;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a phone does with what a code says. */
@ApplicationScoped
class CodeReader {

    private final Sandbox sandbox;
    private final PhoneBook book;
    private final String publicUrl;

    CodeReader(Sandbox sandbox, PhoneBook book, SandboxConfig config) {
        this.sandbox = sandbox;
        this.book = book;
        this.publicUrl = config.publicUrl();
    }

    /** Where the customer goes next; empty = this is no code of the sandbox, or not any more. */
    Optional<String> read(String content, Msisdn customer) {
        return checkIn(content, customer).or(() -> payment(content, customer)).or(() -> merchantsPage(content));
    }

    private Optional<String> checkIn(String content, Msisdn customer) {
        for (MerchantState merchant : sandbox.merchants()) {
            Optional<CallbackQr> code = merchant.codes().callbackSaying(content);
            if (code.isPresent()) {
                return merchant.scan(code.get().merchantQrId(), customer)
                        .map(scanned -> "/phone/" + customer.value() + "?at="
                                + encoded(merchant.merchant().name()));
            }
        }
        return Optional.empty();
    }

    /** From here on the payment is this customer's. */
    private Optional<String> payment(String content, Msisdn customer) {
        return after(PublicUrls.landing(publicUrl, ""), content)
                .map(token -> URLDecoder.decode(token, StandardCharsets.UTF_8))
                .flatMap(book::landing)
                .map(held -> {
                    held.merchant().phones().open(held.reference(), Optional.of(customer));
                    return "/phone/" + customer.value() + "/payments/"
                            + held.merchant().msn() + "/" + held.reference();
                });
    }

    private Optional<String> merchantsPage(String content) {
        return after(PublicUrls.redirect(publicUrl, ""), content)
                .flatMap(sandbox::redirect)
                .map(RedirectQr::redirectUrl);
    }

    private static Optional<String> after(String start, String content) {
        return content.startsWith(start) ? Optional.of(content.substring(start.length())) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
