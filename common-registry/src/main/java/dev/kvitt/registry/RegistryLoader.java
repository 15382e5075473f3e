package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads, checks and builds; collects all problems before it says anything. */
final class RegistryLoader {

    /** Room for some five thousand tills; more is a sign of a wrong file. */
    static final int MAX_FILE_BYTES = 1024 * 1024;

    private static final List<String> KEYS =
            List.of("clientId", "clientSecret", "subscriptionKey", "secondSubscriptionKey");

    private final Path file;
    private final Secrets secrets;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> resolved = new HashMap<>();

    RegistryLoader(Path file, Environment environment) {
        this.file = file;
        this.secrets = new Secrets(file.toAbsolutePath().getParent(), environment);
    }

    Registry load() {
        var document = document();
        problems.addAll(document.problems());
        problems.addAll(RegistrySchema.check(document));
        problems.addAll(RegistryRules.check(document));
        resolveSecrets(document, document.root(), "");
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::pointer));
            throw new RegistryException(file, problems);
        }
        return new RegistryBuilder(resolved::get).registry(document.root());
    }

    private YamlDocument document() {
        try {
            return YamlReader.read(text());
        } catch (UnreadableYamlException e) {
            throw new RegistryException(file, List.of(e.problem()));
        }
    }

    private String text() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                throw unusable("the file is larger than " + MAX_FILE_BYTES + " bytes; is it the right one?");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unusable("the file is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw unusable("the file cannot be read (" + e.getClass().getSimpleName()
                    + "); check that it exists and is readable for this process");
        }
    }

    private RegistryException unusable(String sentence) {
        return new RegistryException(file, List.of(Problem.ofFile(sentence)));
    }

    private void resolveSecrets(YamlDocument document, JsonNode node, String pointer) {
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                resolveSecrets(document, node.get(i), pointer + "/" + i);
            }
        }
        node.properties().forEach(field -> {
            var at = pointer + "/" + field.getKey();
            if (KEYS.contains(field.getKey()) && pointer.endsWith("/keys")) {
                resolveSecret(document, field.getValue(), at);
            } else {
                resolveSecrets(document, field.getValue(), at);
            }
        });
    }

    /** What is no reference at all has been told by the schema. */
    private void resolveSecret(YamlDocument document, JsonNode reference, String at) {
        if (!Secrets.isReference(reference)) {
            return;
        }
        try {
            resolved.put(reference.textValue(), secrets.resolve(reference.textValue()));
        } catch (UnresolvedSecretException e) {
            problems.add(document.problem(at, e.getMessage()));
        }
    }
}
