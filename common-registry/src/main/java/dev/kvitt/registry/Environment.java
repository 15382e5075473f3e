package dev.kvitt.registry;

import java.util.Optional;

/** Where {@code env:NAME} looks. */
@FunctionalInterface
public interface Environment {

    /** Empty when no variable of this name is set. */
    Optional<String> variable(String name);

    /** The environment variables of this process. */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }
}
