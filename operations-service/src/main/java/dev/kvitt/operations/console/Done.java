package dev.kvitt.operations.console;

import java.util.Arrays;

/** What a page says after a decision. A link can name one of these and nothing else. */
enum Done {
    RELEASE(
            "Written down: what was not sold is released. The saga asks Vipps MobilePay first; the timeline shows what became of it."),
    ASK("Written down: Vipps MobilePay is asked what became of the payment. The timeline shows the answer."),
    SKIP("Written down: the operation is left undone. The timeline shows what follows."),
    UNPARK(
            "Written down: the sale's messages are tried again. When they fail once more, the sale is parked once more."),
    UNPARK_ALL(
            "Written down: the messages of these sales are tried again. Those that fail once more are parked once more."),
    EXPLAINED("Written down: the finding is explained."),
    REPAIR("Written down: the repair was sent as an operator's command. The sale's timeline shows what became of it."),
    STARTED("Started. How far it is, or how it ended, stands below."),
    MADE("Made and kept. The report to hand in is below."),
    STOPPED("Stopped. What was done stays done; it can be taken up again."),
    RESUMED("It goes on from where it stopped."),
    SWAPPED("The rebuilt ledger is the live one now."),
    GIVEN_UP("The rebuilt ledger was given up; the live one was not touched.");

    private final String text;

    Done(String text) {
        this.text = text;
    }

    /** @return null for none */
    static String text(String name) {
        return Arrays.stream(values())
                .filter(done -> done.name().equals(name))
                .map(done -> done.text)
                .findFirst()
                .orElse(null);
    }
}
