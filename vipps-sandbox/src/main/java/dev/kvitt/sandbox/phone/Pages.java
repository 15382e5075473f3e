package dev.kvitt.sandbox.phone;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** All pages of the phone, each with what it shows. */
@CheckedTemplate(basePath = "phone")
final class Pages {

    private Pages() {}

    /**
     * @param back where to go with the phone that is chosen; null = to the phone
     * @param typed what was typed and is no phone number; null = nothing was
     */
    static native TemplateInstance choose(Frame frame, List<Person> people, String back, String typed);

    /** @param checkedIn where the customer has just scanned a code; null = nowhere */
    static native TemplateInstance requests(Frame frame, List<PaymentCard> requests, String checkedIn);

    /**
     * @param action where the buttons lead
     * @param asking whether the customer is asked for consent
     * @param problem why the last press had no effect; null = it had
     * @param landed whether the merchant's page sent the customer here
     */
    static native TemplateInstance payment(
            Frame frame, PaymentDetail payment, String action, boolean asking, String problem, boolean landed);

    static native TemplateInstance wallet(Frame frame, List<PaymentCard> payments);

    static native TemplateInstance code(Frame frame, List<PersonalCode> codes);

    /** @param unread what was to be read and is no code; null = nothing was */
    static native TemplateInstance scan(
            Frame frame, List<ScannableCodes> merchants, List<ScreenCode> screens, String unread);

    static native TemplateInstance notFound(Frame frame);
}
