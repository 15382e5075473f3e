package dev.kvitt.sandbox.report;

import dev.kvitt.sandbox.domain.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Ends a ledger's dates: fees are retained or invoiced, and what is owed to the merchant is paid out. */
final class Closing {

    private final LedgerBook book;
    private final Ids ids;

    Closing(LedgerBook book, Ids ids) {
        this.book = book;
        this.ids = ids;
    }

    /** Within a group of changes: ends every date that time has ended. */
    void closeEnded(Ledger ledger, Terms terms, Instant now) {
        LedgerDates dates = ledger.dates(terms);
        Optional<LocalDate> date = ended(ledger, dates, now);
        while (date.isPresent()) {
            close(ledger, terms, date.get(), dates.end(date.get()));
            date = ended(ledger, dates, now);
        }
    }

    private Optional<LocalDate> ended(Ledger ledger, LedgerDates dates, Instant now) {
        return book.head(ledger.id()).closes().filter(date -> !dates.end(date).isAfter(now));
    }

    private void close(Ledger ledger, Terms terms, LocalDate date, Instant end) {
        // The last moment of the date, at the precision of the APIs.
        Instant time = end.minusMillis(1);
        LocalDate monthEnds = date.withDayOfMonth(date.lengthOfMonth());
        boolean invoiced = terms.settlement() == Terms.Settlement.GROSS && date.equals(monthEnds);
        if (terms.settlement() == Terms.Settlement.NET) {
            retain(ledger, date, time);
        } else if (invoiced) {
            settleFees(ledger, EntryTypes.FEES_INVOICED, date, time);
        }
        payOut(ledger, date, time);
        boolean owesLater = book.head(ledger.id()).fees().balance() < 0 && !invoiced;
        book.put(
                ledger.id(),
                book.head(ledger.id()).closed(date, owesLater ? Optional.of(monthEnds) : Optional.empty()));
    }

    private void retain(Ledger ledger, LocalDate date, Instant time) {
        long owed = -book.head(ledger.id()).fees().balance();
        if (owed > 0) {
            book.append(ledger.id(), sum(Topic.FUNDS, EntryTypes.FEES_RETAINED, -owed, Optional.empty(), time), date);
            settleFees(ledger, EntryTypes.FEES_RETAINED, date, time);
        }
    }

    private void settleFees(Ledger ledger, String entryType, LocalDate date, Instant time) {
        long owed = -book.head(ledger.id()).fees().balance();
        if (owed > 0) {
            book.append(ledger.id(), sum(Topic.FEES, entryType, owed, Optional.empty(), time), date);
        }
    }

    /** A balance below zero waits for the next sales. */
    private void payOut(Ledger ledger, LocalDate date, Instant time) {
        LedgerHead head = book.head(ledger.id()).withPayout();
        long balance = head.funds().balance();
        if (balance > 0) {
            book.put(ledger.id(), head);
            PayoutNames names = ledger.names();
            book.append(
                    ledger.id(),
                    new Entry(
                            Topic.FUNDS,
                            names.entryType(),
                            -balance,
                            names.pspReference(head.payouts()),
                            Optional.of(names.reference(head.payouts())),
                            Optional.empty(),
                            time),
                    date);
        }
    }

    private Entry sum(Topic topic, String entryType, long amount, Optional<String> reference, Instant time) {
        return new Entry(topic, entryType, amount, ids.eventReference().value(), reference, Optional.empty(), time);
    }
}
