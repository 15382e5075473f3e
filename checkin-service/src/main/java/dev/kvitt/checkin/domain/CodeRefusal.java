package dev.kvitt.checkin.domain;

/** What was ordered about a printed code cannot be done; nothing was changed. */
public final class CodeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, roughly. */
    public enum Kind {
        /** What was sent makes no sense. */
        INVALID,
        /** There is no such code or sales unit. */
        NOT_FOUND,
        /** It would not go together with what is there. */
        CONFLICT,
        /** Not now; the same order may succeed in a moment. */
        NOT_NOW
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code one word for programs, such as {@code till-has-code}
     * @param sentence what is the matter and what to do
     */
    public CodeRefusal(Kind kind, String code, String sentence) {
        super(sentence);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
