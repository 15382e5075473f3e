package dev.kvitt.local.test;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import dev.kvitt.local.kafka.Topics;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The images that Compose uses, as containers of the Docker engine on this machine. */
final class ContainerParts implements RunningParts {

    /** System property: image of PostgreSQL. */
    static final String POSTGRES_IMAGE = "kvitt.test.postgres-image";

    /** System property: image of Kafka; {@code deploy/images/build kafka} makes the usual one. */
    static final String KAFKA_IMAGE = "kvitt.test.kafka-image";

    private final GenericContainer<?> kafka;
    private final int kafkaPort;
    private final PostgreSQLContainer postgres;

    private ContainerParts(GenericContainer<?> kafka, int kafkaPort, PostgreSQLContainer postgres) {
        this.kafka = kafka;
        this.kafkaPort = kafkaPort;
        this.postgres = postgres;
    }

    /** Starts both at once. */
    static ContainerParts start() {
        int kafkaPort = FreePorts.one();
        String image = System.getProperty(KAFKA_IMAGE, "kvitt/kafka:dev");
        ContainerParts parts = new ContainerParts(new KafkaContainer(image, kafkaPort), kafkaPort, postgres());
        try {
            Startables.deepStart(parts.kafka, parts.postgres).join();
            Topics.createAll(parts.parts().kafkaBootstrap());
            return parts;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public Parts parts() {
        String address = postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new Parts("127.0.0.1:" + kafkaPort, address, postgres.getPassword());
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private static PostgreSQLContainer postgres() {
        String image = System.getProperty(POSTGRES_IMAGE, "postgres:17");
        return new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword(Passwords.random())
                .withCommand(
                        "postgres", "-c", "shared_preload_libraries=pg_stat_statements", "-c", "max_connections=200");
    }
}
