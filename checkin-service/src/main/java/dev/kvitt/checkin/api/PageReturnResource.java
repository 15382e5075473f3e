package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.domain.PageLook;
import dev.kvitt.checkin.domain.PagePress;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.store.PageRows;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.checkin.store.PageTokens;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/**
 * Where a browser comes back to from Vipps, be it the same one or another: the random token in the address is all it needs. What
 * it is told is what the payment service has said, and nothing that stands in the address.
 */
@Path("/p/r/{token}")
public class PageReturnResource {

    private final PageTills tills;
    private final PageRows rows;
    private final PageLimits limits;
    private final PageAnswers answers;
    private final InstantSource clock;

    PageReturnResource(PageTills tills, PageRows rows, PageLimits limits, PageAnswers answers, InstantSource clock) {
        this.tills = tills;
        this.rows = rows;
        this.limits = limits;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    public Response back(@BeanParam PageVisit visit, @PathParam("token") String token) {
        if (!limits.mayLook(visit)) {
            return answers.notice(visit, PageNotice.TOO_MANY);
        }
        if (!PageTokens.isOne(token)) {
            return answers.notice(visit, PageNotice.UNKNOWN_RETURN);
        }
        return rows.returned(PageTokens.hash(token))
                .flatMap(pressed -> rows.sale(pressed.saleKey())
                        .flatMap(sale -> sale.press(pressed.press()).map(press -> show(visit, sale, press))))
                .orElseGet(() -> answers.notice(visit, PageNotice.UNKNOWN_RETURN));
    }

    private Response show(PageVisit visit, PageSale sale, PagePress press) {
        var till = tills.at(sale.code()).filter(found -> sale.offer() != null);
        var look = sale.seenBy(press, clock.instant());
        if (till.isEmpty()) {
            // The till or its code has left the registry, or the sale was refused: what became of the money is told all
            // the same.
            var again = look.changesSoon() ? new PageAnswers.Link(visit.path(), "look.again") : PageAnswers.Link.NONE;
            return answers.notice(visit, notice(look), null, null, again);
        }
        var place = tills.placeOf(sale.code(), sale.offer().sale());
        var bill = PageBill.of(sale, sale.paidBy(press), till.get(), place, visit.language());
        return answers.notice(visit, notice(look), till.get(), bill, link(visit, sale, look));
    }

    private static PageAnswers.Link link(PageVisit visit, PageSale sale, PageLook look) {
        if (look == PageLook.OPEN_AGAIN) {
            var path = PageAddresses.path(sale.code()) + "/"
                    + sale.offer().sale().saleId().value();
            return new PageAnswers.Link(path, "try.again");
        }
        return look.changesSoon() ? new PageAnswers.Link(visit.path(), "look.again") : PageAnswers.Link.NONE;
    }

    /** What the one who pressed is told. */
    static PageNotice notice(PageLook look) {
        return switch (look) {
            case OPEN, OVER -> PageNotice.OVER;
            case BY_OTHERS -> PageNotice.BY_OTHERS;
            case OPEN_AGAIN -> PageNotice.NOT_PAID_YET;
            case SENT -> PageNotice.SENT;
            case ASKED -> PageNotice.ASKED;
            case APPROVED -> PageNotice.APPROVED;
            case PAID -> PageNotice.PAID;
            case PAID_BACK -> PageNotice.PAID_BACK;
            case NOT_PAID -> PageNotice.NOT_PAID;
            case UNSURE -> PageNotice.UNSURE;
        };
    }
}
