package dev.kvitt.operations.domain.checklist;

import java.util.List;

/** What a person shows, in the video that goes with the report. */
final class ByHand {

    static final List<Requirement> ALL = List.of(
            Requirement.byHand(
                    "return-elsewhere",
                    "A customer who comes back in another browser sees what became of the payment.",
                    "Pay from the payment page, open the page's address in another browser: it says the same."),
            Requirement.byHand(
                    "other-nordic",
                    "Customers of the other Nordic countries can pay where the sales unit takes them.",
                    "Pay with a test customer of another country, or show what the till says when they cannot."),
            Requirement.byHand(
                    "customer-errors",
                    "Errors are shown to customers in words they understand.",
                    "Decline a payment on the payment page and show what the page says."),
            Requirement.byHand(
                    "design",
                    "The design guidelines are kept.",
                    "Show the payment page and the till: name, logo and button as the guidelines ask."),
            Requirement.byHand(
                    "support",
                    "Support is given with tools of one's own, not in the portal.",
                    "Show a sale in the operators' console: its timeline, and how it is refunded at the till."),
            Requirement.byHand(
                    "terms",
                    "Terms are accepted before payment.",
                    "Show where the customer meets the terms: at the till, on the machine or on the page."),
            Requirement.byHand(
                    "links",
                    "No payment link goes out by SMS, e-mail or in print.",
                    "Say so. Printed codes are Vipps MobilePay's own QR codes, which hold no payment."));

    private ByHand() {}
}
