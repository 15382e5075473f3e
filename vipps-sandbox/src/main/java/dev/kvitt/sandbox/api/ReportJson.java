package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.report.Ledger;
import dev.kvitt.sandbox.report.LedgerRow;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The Report API's answers. */
final class ReportJson {

    /** Six digits always, as in official samples. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private ReportJson() {}

    /** @param cursor empty on the last page */
    record LedgerList(String cursor, List<OneLedger> items) {}

    record SchemedId(String scheme, String id) {}

    record OneLedger(
            String ledgerId,
            String currency,
            SchemedId payoutBankAccount,
            SchemedId owner,
            List<String> settlesForRecipientHandles) {

        static OneLedger of(Ledger ledger, List<Msn> msns, RulesSwitches.HandleForm form) {
            Market market = ledger.market();
            // Eleven and nine digits, as the numbers of Norwegian accounts and companies have; they are made up.
            return new OneLedger(
                    ledger.id(),
                    market.currency().name(),
                    new SchemedId("BBAN:" + market, "9" + padded(ledger.home(), 10)),
                    new SchemedId(ownerScheme(market), "9" + padded(ledger.home(), 8)),
                    msns.stream().map(msn -> handle(msn, market, form)).toList());
        }

        private static String ownerScheme(Market market) {
            return switch (market) {
                case NO -> "business:NO:ORG";
                case DK -> "business:DK:CVR";
                case FI -> "business:FI:Y-tunnus";
            };
        }

        private static String padded(Msn msn, int digits) {
            return "0".repeat(digits - msn.value().length()) + msn;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String pspReference,
            String time,
            String ledgerDate,
            String entryType,
            String reference,
            String currency,
            long amount,
            long balanceBefore,
            long balanceAfter,
            String recipientHandle) {

        static Row of(LedgerRow row, Market market, RulesSwitches.HandleForm form) {
            return new Row(
                    row.pspReference(),
                    TIME.format(row.time()),
                    row.ledgerDate().toString(),
                    row.entryType(),
                    row.reference().orElse(null),
                    market.currency().name(),
                    row.amount(),
                    row.balanceBefore(),
                    row.balanceAfter(),
                    row.recipient().map(msn -> handle(msn, market, form)).orElse(null));
        }
    }

    /** @param cursor only if there is more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DateReport(String cursor, boolean hasMore, boolean tryLater, List<Row> items) {}

    record FeedReport(String cursor, boolean tryLater, List<Row> items) {}

    static String handle(Msn msn, Market market, RulesSwitches.HandleForm form) {
        return switch (form) {
            case API -> "api:" + msn;
            case COUNTRY -> market + ":" + msn;
        };
    }
}
