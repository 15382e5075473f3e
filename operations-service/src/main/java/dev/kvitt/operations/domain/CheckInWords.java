package dev.kvitt.operations.domain;

import dev.kvitt.events.CheckInEvent;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.ReceiptWarned;
import dev.kvitt.events.ReceiptWarning;
import dev.kvitt.events.SaleOpenedByScan;
import java.util.stream.Collectors;

/** What comes of check-ins and of receipts, in words. */
final class CheckInWords {

    private CheckInWords() {}

    static Telling of(CheckInEvent event) {
        return switch (event) {
            case SaleOpenedByScan scan ->
                Telling.info(
                        "Scan opened the sale",
                        "A customer scanned code %s; up to %s is to be reserved."
                                .formatted(scan.sale().qrId(), scan.maxAmount()),
                        scan.maxAmount());
            case CustomerIdentified identified ->
                Telling.info(
                        "Customer found",
                        "The sale belongs to " + PointOfSaleWords.customer(identified.customer()) + ".");
            case CustomerRemembered remembered ->
                Telling.info(
                        "Customer remembered",
                        "The customer agreed; their number is kept until " + Moment.words(remembered.until()) + ".");
        };
    }

    static Telling of(ReceiptEvent event) {
        return switch (event) {
            case ReceiptPosted posted ->
                Telling.good(
                        "Receipt posted",
                        "The customer has the receipt over %s in the app.".formatted(posted.total()),
                        posted.total());
            case ReceiptRejected rejected ->
                Telling.warn(
                        "No receipt",
                        rejected.refusal().sentence() + " ("
                                + rejected.refusal().code() + ") The payment is as it was.");
            case ReceiptWarned warned ->
                Telling.warn(
                        "Receipt looks wrong",
                        warned.warnings().stream().map(ReceiptWarning::sentence).collect(Collectors.joining(" ")));
        };
    }
}
