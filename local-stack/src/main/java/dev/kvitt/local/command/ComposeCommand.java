package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.stack.ComposeFolder;
import dev.kvitt.local.stack.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "compose",
        description = "Write what docker-compose.yml reads beside itself: passwords, keys, registry, addresses.")
final class ComposeCommand implements Callable<Integer> {

    /** Another folder than {@code .kvitt-compose} in the project's root. */
    private static final String FOLDER = "KVITT_COMPOSE";

    /** As in docker-compose.yml, where {@code KVITT_COMPOSE_KAFKA_PORT} and the like name others. */
    private static final Map<String, Integer> USUAL_PORTS = Map.of(
            "kafka", 7111,
            "vipps-sandbox", 7120,
            "checkin-service", 7122,
            "payment-service", 7123,
            "operations-service", 7126);

    private final Site site;
    private final Progress progress;

    ComposeCommand(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        String configured = site.environment().getOrDefault(FOLDER, "");
        Path folder = site.home().resolve(configured.isBlank() ? ".kvitt-compose" : configured);
        ComposeFolder compose = new ComposeFolder(folder, ports());
        compose.write();
        progress.say("written to " + folder + "; next: docker compose up --build --wait");
        progress.say("then: ./kvitt demo --against " + compose.addresses());
        return 0;
    }

    private Map<String, Integer> ports() {
        Map<String, Integer> ports = new HashMap<>(USUAL_PORTS);
        ports.replaceAll((part, usual) -> {
            String variable =
                    "KVITT_COMPOSE_" + part.replaceAll("-service|vipps-", "").toUpperCase(Locale.ROOT) + "_PORT";
            String text = site.environment().getOrDefault(variable, "");
            if (text.isBlank()) {
                return usual;
            }
            if (!text.matches("[0-9]{1,5}")) {
                throw new LauncherException(variable + " must be a port's number, such as " + usual + ".");
            }
            return Integer.valueOf(text);
        });
        return ports;
    }
}
