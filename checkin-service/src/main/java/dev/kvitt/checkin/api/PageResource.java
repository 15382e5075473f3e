package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.domain.PageLook;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageKey;
import dev.kvitt.checkin.store.PagePresses;
import dev.kvitt.checkin.store.PageRows;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.checkin.store.PageTokens;
import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.registry.TillInShop;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The page behind a printed redirect code. Looking at it changes nothing, here and at Vipps. The code leads on to the page of
 * the sale that is open there: whoever loads that once more sees that sale and never the next passenger's.
 */
@Path("/p/{msn:[0-9]{4,7}}/{qrId:[A-Za-z0-9][A-Za-z0-9-]{0,63}}")
public class PageResource {

    private static final String SALE = "{saleId:[A-Za-z0-9][A-Za-z0-9-]{5,59}}";
    private static final int OK = 200;
    private static final int WRONG = 422;

    private final PageTills tills;
    private final PageRows rows;
    private final PagePresses presses;
    private final PageKey key;
    private final PageLimits limits;
    private final PageAnswers answers;
    private final PageAddresses addresses;
    private final Sealer sealer;
    private final InstantSource clock;

    PageResource(
            PageTills tills,
            PageRows rows,
            PagePresses presses,
            PageKey key,
            PageLimits limits,
            PageAnswers answers,
            PageAddresses addresses,
            Sealer sealer,
            InstantSource clock) {
        this.tills = tills;
        this.rows = rows;
        this.presses = presses;
        this.key = key;
        this.limits = limits;
        this.answers = answers;
        this.addresses = addresses;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A sale at a code, for one browser. */
    private record Seen(TillInShop till, PageSale sale, String path, String browser, PageLook look) {

        String token(PageKey key) {
            return key.sign(parts());
        }

        String[] parts() {
            return new String[] {browser, path, Integer.toString(sale.presses().size())};
        }
    }

    @GET
    public Response scanned(@BeanParam PageVisit visit, @PathParam("msn") String msn, @PathParam("qrId") String qrId) {
        var code = new PrintedCode(new Msn(msn), qrId);
        if (!limits.mayLook(visit, code)) {
            return answers.notice(visit, PageNotice.TOO_MANY);
        }
        var till = tills.openAt(code);
        if (till.isEmpty()) {
            return answers.notice(visit, PageNotice.UNKNOWN_CODE);
        }
        return rows.newestAt(code)
                .map(saleKey -> answers.goTo(PageAddresses.path(code) + "/" + saleKey.substring(msn.length() + 1)))
                .orElseGet(() -> answers.notice(
                        visit, PageNotice.NO_SALE, till.get(), null, new PageAnswers.Link(visit.path(), "look.again")));
    }

    @GET
    @Path(SALE)
    public Response sale(
            @BeanParam PageVisit visit,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            @PathParam("saleId") String saleId) {
        var code = new PrintedCode(new Msn(msn), qrId);
        if (!limits.mayLook(visit, code)) {
            return answers.notice(visit, PageNotice.TOO_MANY);
        }
        return seen(visit, code, saleId)
                .map(seen -> show(visit, seen))
                .orElseGet(() -> answers.notice(visit, PageNotice.UNKNOWN_CODE));
    }

    /** On to Vipps, as soon as it is known where. */
    @GET
    @Path(SALE + "/go")
    public Response go(
            @BeanParam PageVisit visit,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            @PathParam("saleId") String saleId) {
        var code = new PrintedCode(new Msn(msn), qrId);
        if (!limits.mayLook(visit, code)) {
            return answers.notice(visit, PageNotice.TOO_MANY);
        }
        var seen = seen(visit, code, saleId);
        if (seen.filter(each -> each.look() == PageLook.SENT).isPresent()) {
            return show(visit, seen.get());
        }
        return seen.flatMap(this::redirectUrl)
                .or(() -> seen.map(Seen::path))
                .map(answers::goTo)
                .orElseGet(() -> answers.notice(visit, PageNotice.UNKNOWN_CODE));
    }

    /** Gives the sale to this browser and asks for the payment; sent twice, it does so once. */
    @POST
    @Path(SALE)
    public Response pay(
            @BeanParam PageVisit visit,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            @PathParam("saleId") String saleId,
            @FormParam("token") String token,
            @FormParam("phone") String phone) {
        var code = new PrintedCode(new Msn(msn), qrId);
        if (!limits.mayPress(visit, code)) {
            return answers.notice(visit, PageNotice.TOO_MANY);
        }
        if (!visit.comesFrom(addresses.base())) {
            return answers.notice(visit, PageNotice.NOT_FROM_HERE);
        }
        return seen(visit, code, saleId)
                .map(seen -> pay(visit, seen, token, phone))
                .orElseGet(() -> answers.notice(visit, PageNotice.UNKNOWN_CODE));
    }

    private Response pay(PageVisit visit, Seen seen, String token, String phone) {
        if (seen.look() != PageLook.OPEN && seen.look() != PageLook.OPEN_AGAIN) {
            // Pressed twice, or somebody else was faster: the page says which.
            return answers.goTo(seen.look() == PageLook.SENT ? seen.path() + "/go" : seen.path());
        }
        if (!key.isSigned(token, seen.parts())) {
            return answers.notice(
                    visit, PageNotice.OUT_OF_DATE, seen.till(), null, new PageAnswers.Link(seen.path(), "look.again"));
        }
        if (PageForm.isWrong(phone)) {
            return form(visit, seen, phone, true);
        }
        try {
            var look = presses.press(new PagePresses.Press(
                    seen.sale().offer().sale().key(),
                    PageTokens.hash(seen.browser()),
                    seen.sale().presses().size(),
                    sealed(phone)));
            return look.map(now -> answers.goTo(now == PageLook.SENT ? seen.path() + "/go" : seen.path()))
                    .orElseGet(() -> unavailable(visit, seen));
        } catch (NoSealingKeyException e) {
            return unavailable(visit, seen);
        }
    }

    private Response unavailable(PageVisit visit, Seen seen) {
        return answers.notice(
                visit, PageNotice.UNAVAILABLE, seen.till(), null, new PageAnswers.Link(seen.path(), "look.again"));
    }

    private Sealed sealed(String phone) {
        var digits = PageForm.digits(phone);
        return digits.isEmpty() ? null : sealer.seal(digits);
    }

    /** Empty for a code or sale that nobody has opened, or not at this code. */
    private Optional<Seen> seen(PageVisit visit, PrintedCode code, String saleId) {
        var browser = answers.browser(visit);
        var path = PageAddresses.path(code) + "/" + saleId;
        return tills.at(code).flatMap(till -> rows.sale(code.msn().value() + "/" + saleId)
                .filter(sale -> code.equals(sale.code()) && sale.offer() != null)
                .map(sale ->
                        new Seen(till, sale, path, browser, sale.seenBy(PageTokens.hash(browser), clock.instant()))));
    }

    private Optional<String> redirectUrl(Seen seen) {
        return seen.sale().redirectUrl(PageTokens.hash(seen.browser()), clock.instant());
    }

    private Response show(PageVisit visit, Seen seen) {
        return switch (seen.look()) {
            case OPEN, OPEN_AGAIN -> form(visit, seen, "", false);
            case OVER -> answers.notice(visit, PageNotice.OVER, seen.till(), null, PageAnswers.Link.NONE);
            case BY_OTHERS ->
                answers.notice(
                        visit,
                        PageNotice.BY_OTHERS,
                        seen.till(),
                        null,
                        new PageAnswers.Link(seen.path(), "look.again"));
            case ASKED -> asked(visit, seen);
            case SENT, APPROVED, PAID, PAID_BACK, NOT_PAID, UNSURE ->
                answers.notice(
                        visit, PageReturnResource.notice(seen.look()), seen.till(), bill(visit, seen), link(seen));
        };
    }

    /** Whoever lost the way to Vipps finds it here. */
    private Response asked(PageVisit visit, Seen seen) {
        var link =
                redirectUrl(seen).map(url -> new PageAnswers.Link(url, "go.on")).orElse(PageAnswers.Link.NONE);
        return answers.notice(visit, PageNotice.ASKED, seen.till(), bill(visit, seen), link);
    }

    private static PageAnswers.Link link(Seen seen) {
        return seen.look().changesSoon()
                ? new PageAnswers.Link(seen.look() == PageLook.SENT ? seen.path() + "/go" : seen.path(), "look.again")
                : PageAnswers.Link.NONE;
    }

    private Response form(PageVisit visit, Seen seen, String phone, boolean wrong) {
        var form = new PageForm(seen.path(), seen.token(key), phone, wrong, seen.look() == PageLook.OPEN_AGAIN);
        return answers.form(visit, wrong ? WRONG : OK, seen.till(), bill(visit, seen), form, seen.browser());
    }

    private PageBill bill(PageVisit visit, Seen seen) {
        var sale = seen.sale();
        var paid = sale.paidBy(PageTokens.hash(seen.browser()));
        var place = tills.placeOf(sale.code(), sale.offer().sale());
        return PageBill.of(sale, paid, seen.till(), place, visit.language());
    }
}
