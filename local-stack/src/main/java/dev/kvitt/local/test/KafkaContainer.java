package dev.kvitt.local.test;

import dev.kvitt.local.kafka.KafkaMain;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Our broker in a container. Its port is the same inside and outside, so that both find it by one address. */
final class KafkaContainer extends GenericContainer<KafkaContainer> {

    private static final int CONTROLLER_PORT = 1099;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    KafkaContainer(String jreImage, int port) {
        super(image(jreImage));
        addFixedExposedPort(port, port);
        withCommand(
                "java",
                "-Xmx256m",
                "-cp",
                "/kafka/classes:/kafka/lib/*",
                KafkaMain.class.getName(),
                "/kafka/data",
                "0.0.0.0",
                Integer.toString(port),
                Integer.toString(CONTROLLER_PORT),
                "/kafka/ready");
        waitingFor(Wait.forLogMessage(".*" + KafkaMain.READY + ".*", 1).withStartupTimeout(START_LIMIT));
    }

    private static ImageFromDockerfile image(String jreImage) {
        ImageFromDockerfile image = new ImageFromDockerfile()
                .withDockerfileFromBuilder(dockerfile ->
                        dockerfile.from(jreImage).copy("kafka", "/kafka").build());
        BrokerFiles.ofClassPath().forEach((name, file) -> image.withFileFromPath("kafka/" + name, file));
        return image;
    }
}
