package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.PageAttempt.Standing;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.UserFlow;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What an event says to a page. */
public final class PageNews {

    /** The code of a waiting while nobody knows whether there is money. */
    private static final String NOT_KNOWN_YET = "not-known-yet";

    private PageNews() {}

    /** Whether an event says something to a page. */
    public static boolean isNews(EventData data) {
        return data instanceof SaleCancelled
                || data instanceof CustomerPresented
                || data instanceof AttemptRequested
                || data instanceof RequestRefused
                || attempt(data).isPresent();
    }

    /**
     * Empty for an event that says nothing to a page.
     *
     * @param id by which a request of the till is refused
     */
    public static Optional<UnaryOperator<PageSale>> of(EventData data, UUID id) {
        return switch (data) {
            case SaleCancelled _ -> Optional.of(PageSale::cancelledByTill);
            case CustomerPresented _ -> Optional.of(sale -> sale.presentedByTill(id));
            case AttemptRequested attempt
            when attempt.customer() != null -> Optional.of(sale -> sale.presentedByTill(id));
            case AttemptRequested _ -> Optional.of(sale -> sale.askedAgainByTill(id));
            case RequestRefused refusal -> Optional.of(sale -> sale.refused(refusal.causedBy()));
            default -> attempt(data).map(told -> sale -> sale.told(told));
        };
    }

    private static Optional<PageAttempt> attempt(EventData data) {
        return switch (data) {
            case PaymentRequested requested ->
                Optional.of(PageAttempt.asked(
                        requested.attempt(),
                        requested.userFlow() == null ? null : requested.userFlow() == UserFlow.WEB_REDIRECT,
                        requested.userFlow() == UserFlow.WEB_REDIRECT ? requested.redirectUrl() : null));
            case PaymentAuthorized authorized -> stands(authorized.attempt(), Standing.APPROVED);
            case PaymentCaptured captured ->
                Optional.of(PageAttempt.paid(
                        captured.attempt(), captured.aggregate().captured()));
            case PaymentSettled settled ->
                Optional.of(
                        PageAttempt.paid(settled.attempt(), settled.aggregate().captured()));
            case PaymentRefunded refunded -> stands(refunded.attempt(), Standing.PAID_BACK);
            case PaymentReleased released
            when released.aggregate().captured().isZero() ->
                Optional.of(PageAttempt.notPaid(released.attempt(), false));
            case PaymentUncollectable lost -> Optional.of(PageAttempt.notPaid(lost.attempt(), false));
            case PaymentEnded ended ->
                Optional.of(PageAttempt.notPaid(ended.attempt(), ended.how() != PaymentEnded.How.CANCELLED));
            case PaymentFailed failed
            when failed.done() ->
                Optional.of(
                        PageAttempt.notPaid(failed.attempt(), failed.refusal().retry()));
            case PaymentFailed failed -> stands(failed.attempt(), Standing.UNSURE);
            case PaymentWaiting waiting
            when waiting.why().code().equals(NOT_KNOWN_YET) -> stands(waiting.attempt(), Standing.UNSURE);
            default -> Optional.empty();
        };
    }

    private static Optional<PageAttempt> stands(int n, Standing standing) {
        return Optional.of(PageAttempt.stands(n, standing));
    }
}
