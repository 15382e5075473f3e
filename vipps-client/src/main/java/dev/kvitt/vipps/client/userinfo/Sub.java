package dev.kvitt.vipps.client.userinfo;

/**
 * Vipps' id of one customer at one sales unit (OpenID Connect's "subject"). Another sales unit knows the same customer by another one. It
 * stays through a withdrawn and renewed consent, but not through a deleted profile. Personal, so {@code toString} hides it.
 *
 * @param value a non-empty text, in practice a UUID
 */
public record Sub(String value) {
    public Sub {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a sub: it is the text Vipps gave with the payment");
        }
    }

    /** Whether a text can be a sub and stand in a path. */
    public static boolean isValid(String text) {
        return !text.isBlank() && !text.equals(".") && !text.equals("..");
    }

    @Override
    public String toString() {
        return "Sub[hidden]";
    }
}
