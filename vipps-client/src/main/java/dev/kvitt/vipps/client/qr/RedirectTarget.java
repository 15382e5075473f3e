package dev.kvitt.vipps.client.qr;

import java.util.regex.Pattern;

/**
 * The page a redirect code opens.
 *
 * @param value a URL of Vipps' form: {@code https://}, then letters, digits and {@code . # ! : ? + = & % @ - / _}; {@code http} to this very
 *     machine only, for a sandbox that takes it
 */
public record RedirectTarget(String value) {
    private static final Pattern FORM =
            Pattern.compile("(https://[\\w.]+|http://(localhost|127\\.0\\.0\\.1)(?=[:/]))([\\w#!:.?+=&%@\\-/]+)?");

    public RedirectTarget {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a redirect code opens a URL that starts with https:// and has only"
                    + " letters, digits and . # ! : ? + = & % @ - / _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
