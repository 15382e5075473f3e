package dev.kvitt.local.demo;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a running Kvitt and its Vipps are, for whoever plays sales on them.
 *
 * @param kafka {@code host:port}
 * @param sandbox base address of the sandbox
 * @param checkin base address of checkin-service
 * @param payment base address of payment-service
 * @param tillToken what tills show to have a customer's value sealed
 * @param apiToken bearer token of the services' HTTP APIs
 */
public record Addresses(
        String kafka, String sandbox, String checkin, String payment, String tillToken, String apiToken) {

    /** Those of a stack of this launcher. */
    public static Addresses of(Stack stack) {
        var context = stack.context();
        return new Addresses(
                context.ports().kafka(),
                context.ports().url("vipps-sandbox"),
                context.ports().url("checkin-service"),
                context.ports().url("payment-service"),
                new Secrets(context.data().secrets()).password(StackSecrets.TILL_TOKEN),
                context.token());
    }

    /** Those that were written to a file, as {@code ./kvitt compose} does. */
    public static Addresses read(Path file) {
        var found = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            found.load(in);
        } catch (IOException e) {
            throw new LauncherException(
                    "The addresses in " + file + " cannot be read. For the stack of docker-compose.yml: ./kvitt compose"
                            + " writes them.",
                    e);
        }
        return new Addresses(
                value(found, "kafka", file),
                value(found, "vipps-sandbox", file),
                value(found, "checkin-service", file),
                value(found, "payment-service", file),
                value(found, "till-token", file),
                value(found, "api-token", file));
    }

    private static String value(Properties found, String name, Path file) {
        var value = found.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new LauncherException(file + " does not say: " + name + "=…");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Addresses[" + kafka + ", " + sandbox + "]";
    }
}
