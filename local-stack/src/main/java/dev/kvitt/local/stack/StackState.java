package dev.kvitt.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other commands need to know about a stack that was started; written when all of it is ready.
 *
 * @param ports by the name of the part
 * @param services names, in the order in which they were started
 * @param outside which of the services play the world outside
 * @param token bearer token of the services' HTTP APIs
 */
public record StackState(Map<String, Integer> ports, List<String> services, List<String> outside, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StackState of(StackOptions options, String token) {
        List<String> names =
                options.services().stream().map(StackService::serviceName).toList();
        List<String> outside = options.services().stream()
                .filter(StackService::isOutside)
                .map(StackService::serviceName)
                .toList();
        return new StackState(options.ports().byName(), names, outside, token);
    }

    /** Base address of a service. */
    public String url(String service) {
        return new Ports(ports).url(service);
    }

    /** What was written down last; empty when no stack is up. */
    public static Optional<StackState> read(DataFolder data) {
        try {
            return Files.exists(file(data))
                    ? Optional.of(JSON.readValue(file(data).toFile(), StackState.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's state cannot be read", e);
        }
    }

    void write(DataFolder data) {
        try {
            Path beside = data.run().resolve("stack.json.new");
            JSON.writeValue(beside.toFile(), this);
            Files.move(beside, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's state cannot be written", e);
        }
    }

    /** No stack is up here any more. */
    public static void forget(DataFolder data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's state cannot be deleted", e);
        }
    }

    private static Path file(DataFolder data) {
        return data.run().resolve("stack.json");
    }

    @Override
    public String toString() {
        return "StackState[" + ports + "]";
    }
}
