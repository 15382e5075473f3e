package dev.kvitt.vipps.client.report;

import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.http.JsonAnswer;
import dev.kvitt.vipps.client.http.UnreadableAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the answers of the Report API. A page with one unreadable row, or without the way to the next one, is unreadable as a whole: a row
 * passed over is money missing from the books.
 */
final class ReportAnswers {
    private ReportAnswers() {}

    static LedgerPage ledgers(JsonAnswer answer) {
        List<Ledger> ledgers = answer.elementsOrNone("items").stream()
                .map(ReportAnswers::ledger)
                .toList();
        return new LedgerPage(ledgers, answer.optionalText("cursor").map(Cursor::new));
    }

    static DatePage datePage(JsonAnswer answer) {
        Optional<Cursor> next =
                answer.flag("hasMore") ? Optional.of(new Cursor(answer.text("cursor"))) : Optional.empty();
        return new DatePage(entries(answer), next, answer.flag("tryLater"));
    }

    static FeedPage feedPage(JsonAnswer answer) {
        return new FeedPage(entries(answer), new Cursor(answer.text("cursor")), answer.flag("tryLater"));
    }

    private static Ledger ledger(JsonAnswer ledger) {
        return new Ledger(
                new LedgerId(ledger.text("ledgerId")),
                ledger.optionalText("currency").map(Currency::getInstance),
                ledger.optionalObject("payoutBankAccount").flatMap(ReportAnswers::schemedId),
                ledger.optionalObject("owner").flatMap(ReportAnswers::schemedId),
                ledger.optionalTexts("settlesForRecipientHandles").stream()
                        .map(RecipientHandle::new)
                        .toList());
    }

    private static Optional<SchemedId> schemedId(JsonAnswer answer) {
        return answer.anyText("id")
                .map(id -> new SchemedId(answer.anyText("scheme").orElse(""), id));
    }

    private static List<LedgerEntry> entries(JsonAnswer page) {
        return page.elementsOrNone("items").stream().map(ReportAnswers::entry).toList();
    }

    private static LedgerEntry entry(JsonAnswer row) {
        Currency currency = Currency.getInstance(row.text("currency"));
        return new LedgerEntry(
                new EntryType(row.text("entryType")),
                new SignedAmount(currency, row.integer("amount")),
                balance(currency, row.optionalInteger("balanceBefore")),
                balance(currency, row.optionalInteger("balanceAfter")),
                row.instant("time"),
                date(row.text("ledgerDate")),
                row.optionalText("pspReference").map(PspReference::new),
                row.optionalText("reference"),
                row.optionalText("recipientHandle").map(RecipientHandle::new));
    }

    private static Optional<SignedAmount> balance(Currency currency, OptionalLong minorUnits) {
        return minorUnits.stream()
                .mapToObj(units -> new SignedAmount(currency, units))
                .findFirst();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new UnreadableAnswer("the answer's ledgerDate is not a date");
        }
    }
}
