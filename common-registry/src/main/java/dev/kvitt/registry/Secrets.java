package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks secrets up where the file says they are. No text of its exceptions holds a secret. */
final class Secrets {

    /** Keys of Vipps MobilePay have fewer than 100 characters. */
    static final int MAX_BYTES = 4096;

    private static final String ENV = "env:";
    private static final String FILE = "file:";
    private static final Pattern REFERENCE =
            Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:[^\\p{Cc}]{1,1000}");
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");

    private final Path base;
    private final Environment environment;

    /** @param base where relative paths begin */
    Secrets(Path base, Environment environment) {
        this.base = base;
        this.environment = environment;
    }

    /** Anything else is not looked up: it may be the secret itself. */
    static boolean isReference(JsonNode node) {
        return node.isTextual() && REFERENCE.matcher(node.textValue()).matches();
    }

    /** Without white space around it, which editors and secret managers like to add. */
    String resolve(String reference) throws UnresolvedSecretException {
        var secret = reference.startsWith(ENV)
                ? variable(reference.substring(ENV.length()))
                : file(reference.substring(FILE.length()));
        if (!VISIBLE_ASCII.matcher(secret.strip()).matches()) {
            throw new UnresolvedSecretException(
                    "what it refers to is empty or holds other characters than visible ASCII; put the bare key there");
        }
        return secret.strip();
    }

    private String variable(String name) throws UnresolvedSecretException {
        return environment
                .variable(name)
                .orElseThrow(() -> new UnresolvedSecretException(
                        "the environment variable " + name + " is not set; set it for this process"));
    }

    private String file(String name) throws UnresolvedSecretException {
        try {
            var path = base.resolve(name);
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new UnresolvedSecretException(
                            "the file " + path + " is larger than " + MAX_BYTES + " bytes; it must hold only the key");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException | InvalidPathException e) {
            throw new UnresolvedSecretException("the file " + name + " cannot be read ("
                    + e.getClass().getSimpleName() + "); make it readable for this process");
        }
    }
}
