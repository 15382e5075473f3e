package dev.kvitt.vipps.client.report;

import dev.kvitt.vipps.client.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened to the money: captures, refunds, fees and payouts, row by row (Report API). For bookkeeping only: it trails the payments by
 * seconds and at worst by hours. Vipps has it in production only, wants it asked hourly at most minutes but the first ten, and never changes
 * a row: mistakes are mended by new rows.
 *
 * <p>Refusals of all calls: 401 (keys), 404 (a ledger these keys may not see, or a date without a report yet). Which keys may see a ledger,
 * the merchant says in Vipps' portal.
 */
public interface Report {
    /** The ledgers these keys may see, the first page. No ledgers means no access as often as no sales. */
    Outcome<LedgerPage> ledgers();

    /** The ledgers that settle for a point of sale, the first page. */
    Outcome<LedgerPage> ledgers(RecipientHandle pointOfSale);

    /** A further page of either. */
    Outcome<LedgerPage> ledgers(Cursor next);

    /**
     * The rows of one ledger date, which is a day in the merchant's time zone unless another hour was agreed.
     *
     * @param next where the page before ended; empty for the first
     */
    Outcome<DatePage> onDate(LedgerId ledger, Topic topic, LocalDate date, Optional<Cursor> next);

    /**
     * The rows after a place in the endless list of all.
     *
     * @param place where the page before ended; empty for the very first row. Keep it: it is all that tells what was read already
     */
    Outcome<FeedPage> feed(LedgerId ledger, Topic topic, Optional<Cursor> place);
}
