package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.store.PageTokens;
import dev.kvitt.registry.Market;
import dev.kvitt.registry.TillInShop;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Pages as answers, with their cookies. */
@Singleton
public class PageAnswers {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String PATH = "/p";
    private static final int SEE_OTHER = 303;

    private final PageAddresses addresses;
    private final PageHeaders headers;

    PageAnswers(PageAddresses addresses, PageHeaders headers) {
        this.addresses = addresses;
        this.headers = headers;
    }

    /** A link below a notice. */
    record Link(String address, String text) {

        static final Link NONE = new Link(null, null);
    }

    Response notice(PageVisit visit, PageNotice notice) {
        return notice(visit, notice, null, null, Link.NONE);
    }

    /** @param till may be absent, as may {@code bill} */
    Response notice(PageVisit visit, PageNotice notice, TillInShop till, PageBill bill, Link link) {
        var frame = frame(visit, notice.name() + "-" + link.address(), notice.every, till);
        var page = PageTemplates.notice(frame, notice.name(), bill, link.address(), link.text());
        var answer = html(visit, notice.status, page);
        if (notice == PageNotice.TOO_MANY || notice == PageNotice.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, notice.every);
        }
        return answer.build();
    }

    /** @param browser the value of its cookie, given to it here where it is new */
    Response form(PageVisit visit, int status, TillInShop till, PageBill bill, PageForm form, String browser) {
        var page = PageTemplates.pay(frame(visit, "PAY", 0, till), bill, form);
        return html(visit, status, page).cookie(cookie(browser)).build();
    }

    /** Not an URI: Vipps' addresses may have what java.net.URI does not allow, and are used unchanged. */
    Response goTo(String address) {
        return Response.status(SEE_OTHER).header(HttpHeaders.LOCATION, address).build();
    }

    /** Of a browser that has one, and a new one otherwise. */
    String browser(PageVisit visit) {
        return visit.browser(addresses.isSecure()).orElseGet(PageTokens::random);
    }

    private Response.ResponseBuilder html(PageVisit visit, int status, TemplateInstance page) {
        headers.protect(visit.request.response());
        var answer = Response.status(status).type(HTML).entity(page.render());
        visit.chosen()
                .ifPresent(language -> answer.cookie(new NewCookie.Builder(PageVisit.LANGUAGE_COOKIE)
                        .value(language.tag())
                        .path(PATH)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build()));
        return answer;
    }

    private NewCookie cookie(String browser) {
        return new NewCookie.Builder(addresses.isSecure() ? PageVisit.SECURE_COOKIE : PageVisit.PLAIN_COOKIE)
                .value(browser)
                .path(PATH)
                .httpOnly(true)
                .secure(addresses.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static PageFrame frame(PageVisit visit, String state, int every, TillInShop till) {
        var brand = till != null && till.salesUnit().market() != Market.NO ? "MobilePay" : "Vipps";
        return new PageFrame(visit.language(), visit.path(), state, every, brand);
    }
}
