package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of a ledger; never changed.
 *
 * @param ledgerDate the date that was open when it was booked
 * @param amount minor units, signed: {@code balanceBefore + amount = balanceAfter}
 */
public record LedgerRow(
        String pspReference,
        Instant time,
        LocalDate ledgerDate,
        String entryType,
        Optional<String> reference,
        long amount,
        long balanceBefore,
        long balanceAfter,
        Optional<Msn> recipient) {

    static LedgerRow of(Entry entry, LocalDate date, long balanceBefore) {
        return new LedgerRow(
                entry.pspReference(),
                entry.time(),
                date,
                entry.entryType(),
                entry.reference(),
                entry.amount(),
                balanceBefore,
                Math.addExact(balanceBefore, entry.amount()),
                entry.recipient());
    }
}
