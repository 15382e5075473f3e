package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.CodeRefusal.Kind;
import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may be ordered about printed codes. */
public final class CodeRules {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern LOCATION = Pattern.compile("[^\\p{Cc}]{1,36}");

    private CodeRules() {}

    public static void form(PrintedCode code, String location) {
        if (!ID.matcher(code.qrId()).matches()) {
            throw new CodeRefusal(
                    Kind.INVALID,
                    "bad-id",
                    "The id of a code is 1 to 64 letters, digits and hyphens, the first a letter or digit.");
        }
        location(location);
    }

    public static void location(String location) {
        if (location == null
                || location.isBlank()
                || !LOCATION.matcher(location).matches()) {
            throw new CodeRefusal(
                    Kind.INVALID,
                    "bad-location",
                    "The location is 1 to 36 characters on one line: the customer's app shows it.");
        }
    }

    public static TillInShop till(Registry registry, Msn msn, String tillId) {
        return registry.till(msn, String.valueOf(tillId))
                .orElseThrow(() -> new CodeRefusal(
                        Kind.INVALID,
                        "unknown-till",
                        "The sales unit " + msn + " has no till of this id in the registry."));
    }

    /** An old code is told of as a callback code is. */
    public static void kind(CodeKind kind, TillInShop till) {
        var wanted = CodeKind.of(till.till().flow());
        if (kind != wanted && (kind != CodeKind.MOBILEPAY || wanted != CodeKind.CALLBACK)) {
            throw new CodeRefusal(
                    Kind.INVALID,
                    "other-kind",
                    "Codes of the till " + till.till().id() + " are "
                            + wanted.name().toLowerCase(Locale.ROOT) + " codes: that follows from its flow.");
        }
    }

    /** Two codes in one machine would be two sales at a time. */
    public static void free(CodeBook book, PrintedCode code, String tillId) {
        book.codeOf(code.msn(), tillId).filter(there -> !there.equals(code)).ifPresent(there -> {
            throw new CodeRefusal(
                    Kind.CONFLICT,
                    "till-has-code",
                    "The till " + tillId + " has the code " + there.qrId()
                            + " already. Move that one first, or take it out of its till.");
        });
    }

    /** Payment-service knows codes by the file alone, and would refuse sales that name others. */
    public static void mayBeMade(Registry registry, Msn msn) {
        if (registry.salesUnit(msn).filter(unit -> unit.codesByApi()).isEmpty()) {
            throw new CodeRefusal(
                    Kind.CONFLICT,
                    "not-by-api",
                    "The codes of the sales unit " + msn
                            + " are those of the registry file. Set codesByApi: true for it there, or declare the code there.");
        }
    }

    /** What the customer does after the scan stands on the print, and routes of messages depend on it. */
    public static void sameFlow(PlacedCode code, TillInShop till) {
        if (code.flow().filter(flow -> flow != till.till().flow()).isPresent()) {
            throw new CodeRefusal(
                    Kind.CONFLICT,
                    "other-flow",
                    "Sales at the till " + till.till().id() + " run otherwise (flow "
                            + till.till().flow().name().toLowerCase(Locale.ROOT)
                            + "). Make another code for it.");
        }
    }

    public static PlacedCode known(CodeBook book, PrintedCode code) {
        return book.find(code).orElseThrow(() -> unknown(code));
    }

    public static CodeRefusal unknown(PrintedCode code) {
        return new CodeRefusal(
                Kind.NOT_FOUND, "unknown-code", "The sales unit " + code.msn() + " has no code of this id.");
    }

    public static CodeRefusal ofFile(PrintedCode code, String what) {
        return new CodeRefusal(
                Kind.CONFLICT, "of-the-file", "The code " + code.qrId() + " stands in the registry file. " + what);
    }
}
