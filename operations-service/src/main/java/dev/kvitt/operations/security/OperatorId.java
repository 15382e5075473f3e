package dev.kvitt.operations.security;

import java.security.Principal;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who decides, as it goes on {@code operator.commands} and into the audit. A name that can stand there stands as it is. Of any other,
 * what cannot is an underscore, and a hash of all of it follows: whoever is called anything can decide, and two are never one.
 */
public final class OperatorId {

    private static final int LONGEST = 64;
    private static final int HASH_BYTES = 4;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]");

    /** What programs begin with, so that no person is taken for one of the same name. */
    private static final String TOKEN = "token.";

    private OperatorId() {}

    /** @return 1 to 64 letters, digits, dots, underscores and hyphens; a letter or digit first */
    public static String of(Principal principal) {
        var isToken = principal instanceof TokenPrincipal;
        var name = isToken ? TOKEN + principal.getName() : principal.getName();
        return PLAIN.matcher(name).matches() && (isToken || !name.startsWith(TOKEN)) ? name : changed(name, isToken);
    }

    private static String changed(String name, boolean isToken) {
        var hash = "-" + HexFormat.of().formatHex(Hashes.of(name), 0, HASH_BYTES);
        var words = (isToken ? "" : "u.") + OTHERS.matcher(name).replaceAll("_");
        return words.substring(0, Math.min(words.length(), LONGEST - hash.length())) + hash;
    }
}
