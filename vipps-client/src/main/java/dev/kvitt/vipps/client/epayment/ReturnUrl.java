package dev.kvitt.vipps.client.epayment;

/**
 * Where the customer's browser or app goes after approving. May hold a random token, so {@code toString} hides it.
 *
 * @param value an absolute {@code https} URL or one with an app's own scheme, {@code http} to this very machine only (a sandbox may take it); at most {@value #MAX_LENGTH} characters
 */
public record ReturnUrl(String value) {
    /** Longest return URL in characters. */
    public static final int MAX_LENGTH = AppUrls.MAX_LENGTH;

    public ReturnUrl {
        AppUrls.check("a return URL", value);
    }

    @Override
    public String toString() {
        return "ReturnUrl[hidden]";
    }
}
