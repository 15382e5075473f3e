package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.PageAttempt.Standing;
import dev.kvitt.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A sale that is paid on a page: what is known of it, whichever topic told it first, and who pressed pay. One browser holds
 * it at a time; another may have it when the attempt of the one before is final.
 *
 * @param offer absent until an opening of the till is read that was not refused
 * @param others what else was opened under the same id, in the order it was read: should the offer be refused, the first of
 *     them is what the customer pays
 * @param cancelled by the till
 * @param asks of the till for customers of its own
 * @param refused requests of the till that the payment service has refused and that were not read yet
 */
public record PageSale(
        PrintedCode code,
        PageOffer offer,
        List<PageOffer> others,
        boolean cancelled,
        List<PageAsk> asks,
        List<UUID> refused,
        List<PagePress> presses,
        List<PageAttempt> attempts) {

    /** How often pay may be pressed for one sale, by all browsers together. */
    public static final int MOST_PRESSES = 20;

    /** Of openings, of asks and of refusals each; a till needs one or two, and the oldest give way. */
    static final int MOST_REQUESTS = 20;

    public PageSale {
        others = others == null ? List.of() : List.copyOf(others);
        asks = asks == null ? List.of() : List.copyOf(asks);
        refused = refused == null ? List.of() : List.copyOf(refused);
        presses = presses == null ? List.of() : List.copyOf(presses);
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /** Nothing is known yet. */
    public static PageSale at(PrintedCode code) {
        return new PageSale(code, null, List.of(), false, List.of(), List.of(), List.of(), List.of());
    }

    /** The first opening counts, unless it is refused; then the next. */
    public PageSale opened(PageOffer what) {
        if (refused.contains(what.openedBy())) {
            return this;
        }
        return offer == null ? withOffers(what, others) : withOffers(offer, Latest.with(others, what, MOST_REQUESTS));
    }

    public PageSale cancelledByTill() {
        return new PageSale(code, offer, others, true, asks, refused, presses, attempts);
    }

    /** @param by the event that presented the till's customer */
    public PageSale presentedByTill(UUID by) {
        return refused.contains(by)
                ? this
                : withAsks(Latest.with(asks, new PageAsk(by, latestAttempt() + 1), MOST_REQUESTS));
    }

    /** Whoever was asked last is asked again, where anybody was: on the page its browser. */
    public PageSale askedAgainByTill(UUID by) {
        var browsers = presses.isEmpty()
                ? attempts.isEmpty()
                : of(presses.getLast())
                        .filter(attempt -> attempt.n() == latestAttempt())
                        .isPresent();
        return browsers ? this : presentedByTill(by);
    }

    /** @param request of the till, as if it had not been made; it may be read later than its refusal */
    public PageSale refused(UUID request) {
        var first = offer != null && request.equals(offer.openedBy());
        var left =
                others.stream().filter(each -> !request.equals(each.openedBy())).toList();
        var asksLeft = asks.stream().filter(ask -> !request.equals(ask.by())).toList();
        if (!first && left.size() == others.size() && asksLeft.size() == asks.size()) {
            return new PageSale(
                    code,
                    offer,
                    others,
                    cancelled,
                    asks,
                    Latest.with(refused, request, MOST_REQUESTS),
                    presses,
                    attempts);
        }
        var without = withAsks(asksLeft);
        if (!first) {
            return without.withOffers(offer, left);
        }
        return left.isEmpty()
                ? without.withOffers(null, left)
                : without.withOffers(left.getFirst(), left.subList(1, left.size()));
    }

    private PageSale withOffers(PageOffer first, List<PageOffer> more) {
        return new PageSale(code, first, more, cancelled, asks, refused, presses, attempts);
    }

    private PageSale withAsks(List<PageAsk> all) {
        return new PageSale(code, offer, others, cancelled, all, refused, presses, attempts);
    }

    /** @param attempt the latest word about it; number 0 where no payment had been asked for */
    public PageSale told(PageAttempt attempt) {
        var known = attempts.stream()
                .filter(each -> each.n() == attempt.n())
                .findFirst()
                .map(attempt::after)
                .orElse(attempt);
        var all = Stream.concat(attempts.stream().filter(each -> each.n() != attempt.n()), Stream.of(known))
                .sorted(Comparator.comparingInt(PageAttempt::n))
                .toList();
        return new PageSale(code, offer, others, cancelled, asks, refused, presses, all);
    }

    /** To be asked for by who has found it {@link #isPayable}. */
    public PageSale pressed(String browser, Instant now) {
        List<PagePress> more = new ArrayList<>(presses);
        more.add(new PagePress(presses.size() + 1, browser, latestAttempt(), now));
        return new PageSale(code, offer, others, cancelled, asks, refused, more, attempts);
    }

    private int latestAttempt() {
        return attempts.isEmpty() ? 0 : attempts.getLast().n();
    }

    public boolean isPayable(Instant now) {
        return offer != null
                && !cancelled
                && !isElsewhere()
                && !now.isAfter(offer.validUntil())
                && presses.size() < MOST_PRESSES
                && (presses.isEmpty() || latestAttempt() > presses.getLast().after())
                && (attempts.isEmpty()
                        || (attempts.getLast().isOver() && attempts.getLast().mayRetry()));
    }

    /** A customer of the till's own is asked, or is about to be. */
    private boolean isElsewhere() {
        return mayBeTills(Integer.MAX_VALUE);
    }

    /** Whether an ask of the till can have led to this attempt: no earlier one has ended that it can have led to. */
    private boolean mayBeTills(int attempt) {
        var opening = offer != null && offer.withCustomer()
                ? Stream.of(new PageAsk(offer.openedBy(), 1))
                : Stream.<PageAsk>empty();
        return Stream.concat(opening, asks.stream())
                .filter(ask -> ask.from() <= attempt)
                .anyMatch(ask -> attempts.stream()
                        .filter(each -> each.n() >= ask.from() && each.n() < attempt)
                        .noneMatch(PageAttempt::isOver));
    }

    /** Whether it is nobody's to pay any more, here or elsewhere, whatever becomes of it. */
    public boolean isOver(Instant now) {
        if (offer == null) {
            return cancelled;
        }
        var standing = attempts.isEmpty() ? null : attempts.getLast().standing();
        if (standing == Standing.PAID || standing == Standing.PAID_BACK) {
            return true;
        }
        var ended = standing == Standing.NOT_PAID && !attempts.getLast().mayRetry();
        return (cancelled || ended || now.isAfter(offer.validUntil())) && !isUnderWay(now);
    }

    /**
     * Until when somebody may be at it; empty once it {@link #isOver}. One that is {@link #undecided} then has no time at which it
     * is over for certain, and may be so long after this.
     */
    public Optional<Instant> openUntil(Instant now) {
        if (offer == null || isOver(now)) {
            return Optional.empty();
        }
        var until = offer.validUntil();
        var asked = presses.isEmpty() ? null : presses.getLast().at().plus(NEWS);
        var news = undecided() ? until.plus(NEWS) : until;
        return Optional.of(asked != null && asked.isAfter(news) ? asked : news);
    }

    /** Somebody was asked, and how that has ended nobody has told yet. */
    public boolean undecided() {
        return wasAskedSincePress() && !attempts.getLast().isOver();
    }

    private boolean wasAskedSincePress() {
        return !attempts.isEmpty()
                && latestAttempt() > (presses.isEmpty() ? 0 : presses.getLast().after());
    }

    /** Somebody may still be paying it. */
    private boolean isUnderWay(Instant now) {
        if (wasAskedSincePress()) {
            return undecided();
        }
        return !presses.isEmpty() && now.isBefore(presses.getLast().at().plus(NEWS));
    }

    /** Of a request that nobody told us anything about for this long, nothing is expected any more. */
    private static final Duration NEWS = Duration.ofMinutes(15);

    /** @param browser the hash of its cookie */
    public PageLook seenBy(String browser, Instant now) {
        var last = presses.isEmpty() ? null : presses.getLast();
        if (last != null && last.browser().equals(browser)) {
            return seenBy(last, now);
        }
        if (isPayable(now)) {
            return PageLook.OPEN;
        }
        return isOver(now) ? PageLook.OVER : PageLook.BY_OTHERS;
    }

    /** By whoever pressed then, for good: what others do with the sale later is not shown. */
    public PageLook seenBy(PagePress press, Instant now) {
        var attempt = of(press);
        if (attempt.isEmpty()) {
            return unanswered(press, now);
        }
        return switch (attempt.get().standing()) {
            case ASKED -> PageLook.ASKED;
            case APPROVED -> PageLook.APPROVED;
            case PAID -> PageLook.PAID;
            case PAID_BACK -> PageLook.PAID_BACK;
            case UNSURE -> PageLook.UNSURE;
            case NOT_PAID ->
                press.equals(presses.getLast()) && isPayable(now) ? PageLook.OPEN_AGAIN : PageLook.NOT_PAID;
        };
    }

    /** Where no attempt is the press's, the till's own wish may have taken its place. */
    private PageLook unanswered(PagePress press, Instant now) {
        if (isOver(now) || !press.equals(presses.getLast())) {
            return PageLook.NOT_PAID;
        }
        if (latestAttempt() == press.after()) {
            return PageLook.SENT;
        }
        return isPayable(now) ? PageLook.OPEN_AGAIN : PageLook.BY_OTHERS;
    }

    public Optional<PagePress> press(int n) {
        return n < 1 || n > presses.size() ? Optional.empty() : Optional.of(presses.get(n - 1));
    }

    /** The latest attempt of a press; empty while none was told of that asked a browser. */
    public Optional<PageAttempt> of(PagePress press) {
        var until = press(press.n() + 1).map(PagePress::after).orElse(Integer.MAX_VALUE);
        return attempts.stream()
                .filter(attempt -> attempt.n() > press.after() && attempt.n() <= until)
                .filter(attempt -> attempt.onPage() == null ? !mayBeTills(attempt.n()) : attempt.onPage())
                .reduce((earlier, later) -> later);
    }

    /** What was taken of whoever pressed then; empty while nothing is known to be. */
    public Optional<Money> paidBy(PagePress press) {
        return of(press).map(PageAttempt::captured);
    }

    /** As {@link #paidBy(PagePress)}, of the browser that pressed last; empty for every other. */
    public Optional<Money> paidBy(String browser) {
        return presses.isEmpty() || !presses.getLast().browser().equals(browser)
                ? Optional.empty()
                : paidBy(presses.getLast());
    }

    /** What the browser that holds it opens now; empty for every other browser, and when there is nothing to open. */
    public Optional<String> redirectUrl(String browser, Instant now) {
        return seenBy(browser, now) == PageLook.ASKED
                ? of(presses.getLast()).map(PageAttempt::redirectUrl)
                : Optional.empty();
    }
}
