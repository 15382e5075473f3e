package dev.kvitt.operations.domain.checklist;

/** How far a requirement is met. */
public enum Verdict {
    /** The ledger shows it. */
    MET("met"),
    /** The ledger does not show it, or shows that it was broken. */
    NOT_MET("not met"),
    /** No ledger can show it: a person does. */
    BY_HAND("by hand");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** As the report says it. */
    public String text() {
        return text;
    }
}
