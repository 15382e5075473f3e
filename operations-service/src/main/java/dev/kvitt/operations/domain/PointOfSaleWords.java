package dev.kvitt.operations.domain;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpened;

/** What points of sale ask for, in words. */
final class PointOfSaleWords {

    private PointOfSaleWords() {}

    static Telling of(PointOfSaleEvent event) {
        var till = "Till " + event.tillId();
        return switch (event) {
            case SaleOpened opened ->
                Telling.info(
                        "Sale opened",
                        till
                                + (opened.upperBound() ? " wants up to %s reserved" : " wants %s paid")
                                        .formatted(opened.amount())
                                + (opened.customer() == null ? "." : ", by " + customer(opened.customer()) + "."),
                        opened.amount());
            case CustomerPresented presented ->
                Telling.info("Customer presented", till + " names " + customer(presented.customer()) + ".");
            case AmountConfirmed confirmed ->
                Telling.info(
                        "Amount confirmed",
                        "%s says that goods for %s were handed over.".formatted(till, confirmed.amount()),
                        confirmed.amount());
            case AttemptRequested again ->
                Telling.info(
                        "Another attempt",
                        till + " wants the sale tried once more"
                                + (again.customer() == null ? "." : ", with " + customer(again.customer()) + "."));
            case SaleCancelled cancelled ->
                Telling.info(
                        "Sale given up",
                        till + " gives the sale up"
                                + (cancelled.reason() == null ? "." : " (" + cancelled.reason() + ").")
                                + (cancelled.onLate() == SaleCancelled.OnLate.REFUND
                                        ? " Captured money is to be paid back."
                                        : ""));
            case RefundRequested refund ->
                Telling.info(
                        "Refund asked for", "%s wants %s paid back.".formatted(till, refund.amount()), refund.amount());
        };
    }

    static String customer(Customer customer) {
        return switch (customer.kind()) {
            case CUSTOMER_TOKEN -> "the customer who scanned the printed code";
            case PERSONAL_QR -> "the customer whose own code was scanned";
            case PHONE_NUMBER -> "the customer of a phone number";
            case KNOWN -> "a customer who agreed to be remembered";
            case SCREEN -> "whoever scans the code on the till's screen";
            case BROWSER -> "the customer on our payment page";
        };
    }
}
