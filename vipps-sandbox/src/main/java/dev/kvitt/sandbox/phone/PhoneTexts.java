package dev.kvitt.sandbox.phone;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** All that the phone says, in English; the other languages are in {@code messages/phone_*.properties}. */
@MessageBundle(value = "phone", locale = "en")
public interface PhoneTexts {

    @Message("Sandbox phone")
    String app();

    @Message("no real money")
    String noMoney();

    @Message("The customer's side of the sandbox. Nobody pays anything here, and nobody real is asked.")
    String about();

    @Message("Skip to content")
    String skip();

    @Message("Language")
    String languages();

    // Whose phone

    @Message("Whose phone is this?")
    String whose();

    @Message("Choose somebody, or type any number: every number has an owner here.")
    String whoseHint();

    @Message("Phone number with country code")
    String number();

    @Message("A phone number has 9 to 15 digits, the country code first.")
    String notANumber();

    @Message("Use this phone")
    String useThis();

    @Message("Another phone")
    String another();

    // Places

    @Message("The phone's places")
    String places();

    @Message("Pay")
    String toRequests();

    @Message("Scan")
    String toScan();

    @Message("My code")
    String toCode();

    @Message("Wallet")
    String toWallet();

    // Requests

    @Message("Hi, {name}")
    String hello(String name);

    @Message("Nothing to pay right now")
    String noRequests();

    @Message("When a merchant asks you to pay, it shows up here by itself. You can also scan a code.")
    String noRequestsHint();

    @Message("{merchant} knows that you are here. What you are to pay shows up on this page by itself.")
    String checkedIn(String merchant);

    @Message("To pay")
    String toPay();

    // One payment

    @Message("{merchant} asks you to pay")
    String asks(String merchant);

    @Message("Open until {time}")
    String until(String time);

    @Message("Pay {amount}")
    String pay(String amount);

    @Message("Decline")
    String decline();

    @Message("Share with {merchant}?")
    String shareTitle(String merchant);

    @Message("{merchant} wants to know this about you:")
    String shareWhat(String merchant);

    @Message("Without it, nothing is paid.")
    String shareHint();

    @Message("Share and pay {amount}")
    String share(String amount);

    @Message("Do not share, do not pay")
    String keep();

    @Message("{#switch scope}{#case 'name'}Name{#case 'address'}Address{#case 'email'}E-mail{#case 'phoneNumber'}"
            + "Phone number{#case 'birthDate'}Date of birth{#case 'nin'}National identity number{/switch}")
    String scope(String scope);

    @Message(
            "{#switch look}{#case WAITING}Waiting for you{#case RESERVED}Reserved{#case PAID}Paid{#case RELEASED}Released"
                    + "{#case REFUNDED}Refunded{#case DECLINED}Declined{#case EXPIRED}Expired{#case CALLED_OFF}Called off{/switch}")
    String look(PaymentLook look);

    @Message(
            "{#switch look}{#case WAITING}{#case RESERVED}The amount is set aside. The merchant takes what you have bought."
                    + "{#case PAID}The merchant has taken the money.{#case RELEASED}The merchant has released the money to you."
                    + "{#case REFUNDED}The merchant has paid the money back.{#case DECLINED}You have not paid anything."
                    + "{#case EXPIRED}The time ran out. You have not paid anything."
                    + "{#case CALLED_OFF}The merchant called it off. You have not paid anything.{/switch}")
    String meaning(PaymentLook look);

    @Message(
            "{#switch problem}{#case 'CANNOT_PAY'}This customer cannot pay this: too young, or not allowed by the sandbox's"
                    + " settings. The request waits on.{#case 'BANK_SAID_NO'}The bank did not say yes, and nothing is paid. The"
                    + " request waits on.{#case 'TOO_LATE'}Too late: the request is over, and nothing was changed.{/switch}")
    String problem(String problem);

    @Message("Reserved")
    String reserved();

    @Message("Paid")
    String paid();

    @Message("Released")
    String released();

    @Message("Paid back")
    String refunded();

    @Message("Reference")
    String reference();

    @Message("Sandbox only")
    String sandboxOnly();

    @Message("Let the time run out")
    String expire();

    @Message("Back")
    String back();

    @Message("Back to {merchant}")
    String backTo(String merchant);

    // Receipt

    @Message("Receipt")
    String receipt();

    @Message("The receipt shows up here when the merchant has sent it.")
    String receiptLater();

    @Message("Product")
    String product();

    @Message("Amount")
    String amount();

    @Message("VAT")
    String vat();

    @Message("Before VAT")
    String beforeVat();

    @Message("Total")
    String total();

    @Message("Receipt number")
    String receiptNumber();

    @Message("Point of sale")
    String pos();

    // Scan

    @Message("Scan a code")
    String scanTitle();

    @Message("On a screen right now")
    String onScreens();

    @Message("No merchant has put up a code yet.")
    String noCodes();

    @Message("opens a page of the merchant")
    String opensPage();

    @Message("Text of a code")
    String codeText();

    @Message("Read the text")
    String readText();

    @Message("No code here says this, or it is used up.")
    String unread();

    // My code

    @Message("Hold this in front of the till's scanner, or copy the text into a till that has none.")
    String codeHint();

    @Message("{brand} code of {name}")
    String codeOf(String brand, String name);

    @Message("What the code says")
    String codeSays();

    @Message("Valid until {time}")
    String validUntil(String time);

    // Wallet

    @Message("No payments yet")
    String noPayments();

    // Not found

    @Message("Not found")
    String notFound();

    @Message("There is no such payment on this phone. It may be somebody else's, or the sandbox has forgotten it.")
    String notFoundHint();
}
