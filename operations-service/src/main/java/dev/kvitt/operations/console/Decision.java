package dev.kvitt.operations.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator can decide on the page of a sale, and what they are told before they do. */
public enum Decision {
    RELEASE(
            Done.RELEASE,
            "Release what is not sold",
            "Everything of the sale that is reserved and not captured is given back to the customer, also while the sale is"
                    + " parked. A capture that is under way is not stopped, and what is captured stays captured. A released"
                    + " reservation cannot be taken back: the customer would have to pay again.",
            "Release it",
            true),
    ASK(
            Done.ASK,
            "Ask Vipps MobilePay",
            "Vipps MobilePay is asked how the payments of the sale stand, and what it answers is told to the till and shown in the"
                    + " timeline. No money moves by it.",
            "Ask",
            false),
    SKIP(
            Done.SKIP,
            "Give up an operation",
            "Vipps MobilePay is asked first: what it shows to have been done counts as done. Otherwise this operation is never sent"
                    + " again, and the sale goes on without it. It is only for operations whose outcome could not be found out;"
                    + " any other is left as it is.",
            "Give it up",
            true);

    private final Done done;
    private final String title;
    private final String happens;
    private final String button;
    private final boolean grave;

    Decision(Done done, String title, String happens, String button, boolean grave) {
        this.done = done;
        this.title = title;
        this.happens = happens;
        this.button = button;
        this.grave = grave;
    }

    static Optional<Decision> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** As addresses name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Done done() {
        return done;
    }

    public String title() {
        return title;
    }

    /** What comes of it. */
    public String happens() {
        return happens;
    }

    public String button() {
        return button;
    }

    /** Whether it cannot be taken back. */
    public boolean grave() {
        return grave;
    }
}
