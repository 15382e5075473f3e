package dev.kvitt.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the local registry: the resource {@code local-registry.yaml} with {@code ${name}} replaced. */
final class RegistryTemplate {

    private static final String RESOURCE = "/local-registry.yaml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z.-]+)}");

    private RegistryTemplate() {}

    /** Written on every start: the template may have changed. */
    static void write(Path file, int moreMachines) {
        try (InputStream template = RegistryTemplate.class.getResourceAsStream(RESOURCE)) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, fill(text, variables()) + machines(moreMachines));
        } catch (IOException e) {
            throw new UncheckedIOException("The local registry cannot be written", e);
        }
    }

    /** Machines like the first one, as further items of the list that the template ends with. */
    private static String machines(int count) {
        StringBuilder yaml = new StringBuilder();
        for (int n = 1; n <= count; n++) {
            yaml.append(
                    """
                                  - id: bench-%1$d
                                    kind: vending-machine
                                    flow: vending
                                    description: Vending machine purchase
                                    maxAmount: 5000
                                    qr:
                                      id: bench-%1$d-qr
                                      location: Bench %1$d
                    """
                            .formatted(n));
        }
        return yaml.toString();
    }

    static String fill(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("The registry template names an unknown variable: " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Map<String, String> variables() {
        return Map.of("msn", SandboxMerchants.MSN, "exchanging-msn", SandboxMerchants.EXCHANGING_MSN);
    }
}
