package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.task.TaskLoop;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where this service's broker and database are. */
@ConfigMapping(prefix = "kvitt")
public interface MessagingConfig {

    Kafka kafka();

    Db db();

    Tasks tasks();

    Liveness liveness();

    Operators operators();

    /** The broker. */
    interface Kafka {
        /** host:port, several separated by commas. */
        String bootstrap();

        /** Anything else the Kafka clients should know, such as security settings. */
        Map<String, String> properties();

        /** Copies that every topic is to have at least, so that a lost broker loses no event. */
        @WithDefault("3")
        int expectedReplication();

        /** {@code min.insync.replicas} that every topic is to have at least, so that what was confirmed stands on two brokers. */
        @WithDefault("2")
        int expectedMinInsync();
    }

    /** Work outside transactions, such as calls to Vipps. */
    interface Tasks {
        /** How many run at once in this process; further ones wait for their turn, those due first come first. */
        @WithDefault("" + TaskLoop.IN_FLIGHT)
        int inFlight();
    }

    /** Who looks after the sales. */
    interface Operators {
        /** Holds the bearer token that operations-service shows. Without one nobody is let in below {@code /operators}. */
        Optional<Path> tokenFile();
    }

    /** When a process is to be started again. */
    interface Liveness {
        /** How long a loop may stand still. Longer than all time limits of one piece of work together. */
        @WithDefault("PT5M")
        Duration stuckAfter();
    }

    /** The database, besides Quarkus' own data source. */
    interface Db {
        /** A JDBC URL that leads to PostgreSQL itself, not to a transaction pooler. Without a user in it, the data source's logs in. */
        @WithName("direct-url")
        String directUrl();
    }
}
