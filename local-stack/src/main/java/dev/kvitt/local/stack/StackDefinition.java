package dev.kvitt.local.stack;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which services a stack has, besides PostgreSQL and Kafka.
 *
 * @param services in the order in which they start
 * @param preparation makes the files the services read, before the first of them starts
 */
public record StackDefinition(List<StackService> services, Consumer<StackContext> preparation) {

    public StackDefinition {
        services = List.copyOf(services);
    }

    /** The same and more, which start last. */
    public StackDefinition and(List<StackService> more) {
        return new StackDefinition(
                Stream.concat(services.stream(), more.stream()).toList(), preparation);
    }
}
