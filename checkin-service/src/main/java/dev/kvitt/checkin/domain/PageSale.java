package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.PageAttempt.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sale that is paid on a page: what is known of it, whichever topic told it first, and who pressed pay. One browser holds
 * it at a time; another may have it when the attempt of the one before is final.
 *
 * @param offer absent until the till's opening is read
 * @param cancelled by the till
 * @param elsewhere the till has presented a customer of its own, and that attempt is not final
 */
public record PageSale(
        PrintedCode code,
        PageOffer offer,
        boolean cancelled,
        boolean elsewhere,
        List<PagePress> presses,
        List<PageAttempt> attempts) {

    /** How often pay may be pressed for one sale, by all browsers together. */
    public static final int MOST_PRESSES = 20;

    public PageSale {
        presses = presses == null ? List.of() : List.copyOf(presses);
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /** Nothing is known yet. */
    public static PageSale at(PrintedCode code) {
        return new PageSale(code, null, false, false, List.of(), List.of());
    }

    /** The first opening counts; another with other content is refused by the payment service. */
    public PageSale opened(PageOffer what, boolean withCustomer) {
        return offer != null ? this : new PageSale(code, what, cancelled, elsewhere || withCustomer, presses, attempts);
    }

    public PageSale cancelledByTill() {
        return new PageSale(code, offer, true, elsewhere, presses, attempts);
    }

    public PageSale presentedByTill() {
        return new PageSale(code, offer, cancelled, true, presses, attempts);
    }

    /** @param attempt the latest word about it; number 0 where no payment had been asked for */
    public PageSale told(PageAttempt attempt) {
        var others = attempts.stream().filter(each -> each.n() != attempt.n());
        var all = Stream.concat(others, Stream.of(attempt))
                .sorted(Comparator.comparingInt(PageAttempt::n))
                .toList();
        return new PageSale(code, offer, cancelled, elsewhere && !attempt.isOver(), presses, all);
    }

    /** To be asked for by who has found it {@link #isPayable}. */
    public PageSale pressed(String browser, Instant now) {
        List<PagePress> more = new ArrayList<>(presses);
        more.add(new PagePress(presses.size() + 1, browser, latestAttempt(), now));
        return new PageSale(code, offer, cancelled, elsewhere, more, attempts);
    }

    private int latestAttempt() {
        return attempts.isEmpty() ? 0 : attempts.getLast().n();
    }

    public boolean isPayable(Instant now) {
        return offer != null
                && !cancelled
                && !elsewhere
                && !now.isAfter(offer.validUntil())
                && presses.size() < MOST_PRESSES
                && (presses.isEmpty() || of(presses.getLast()).isPresent())
                && (attempts.isEmpty()
                        || (attempts.getLast().isOver() && attempts.getLast().mayRetry()));
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

    /** Somebody may still be paying it. */
    private boolean isUnderWay(Instant now) {
        if (!attempts.isEmpty()
                && latestAttempt() > (presses.isEmpty() ? 0 : presses.getLast().after())) {
            return !attempts.getLast().isOver();
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
            return isOver(now) ? PageLook.NOT_PAID : PageLook.SENT;
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

    public Optional<PagePress> press(int n) {
        return n < 1 || n > presses.size() ? Optional.empty() : Optional.of(presses.get(n - 1));
    }

    /** The latest attempt of a press; empty while none was told of. */
    public Optional<PageAttempt> of(PagePress press) {
        var until = press(press.n() + 1).map(PagePress::after).orElse(Integer.MAX_VALUE);
        return attempts.stream()
                .filter(attempt -> attempt.n() > press.after() && attempt.n() <= until)
                .reduce((earlier, later) -> later);
    }

    /** What the browser that holds it opens now; empty for every other browser, and when there is nothing to open. */
    public Optional<String> redirectUrl(String browser, Instant now) {
        return seenBy(browser, now) == PageLook.ASKED
                ? of(presses.getLast()).map(PageAttempt::redirectUrl)
                : Optional.empty();
    }
}
