package dev.kvitt.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service of the stack: its own process, ready when {@code /q/health/ready} answers 200. */
public interface StackService {

    /** Where the local Vipps MobilePay shows its customers' phones, below its address. */
    String PHONE = "/phone";

    /** As in messages, logs and the status, for example {@code payment-service}. */
    String serviceName();

    /** Place in the stack's range of ports, 13–99. */
    int portOffset();

    /** Name of its database and of the role that owns it; empty when it stores nothing. */
    Optional<String> databaseName();

    /** Whether it plays the world outside: such a service starts without the others and stops after them. */
    boolean isOutside();

    /** Whether it stays off when the stack starts, until somebody starts it: a second process of a service, for example. */
    default boolean isSpare() {
        return false;
    }

    /** The command that runs it. */
    List<String> command(StackContext context);

    /** Its settings, added to the environment. */
    Map<String, String> environment(StackContext context);
}
