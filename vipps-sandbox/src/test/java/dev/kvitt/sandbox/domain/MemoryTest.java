package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A tenth of what must fit: 200,000 payments in 512 MB. */
class MemoryTest {

    @Test
    void twenty_thousand_payments_with_their_history_fit_in_a_tenth_of_the_heap() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx51m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FillMain.class.getName(),
                        "20000")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.onExit().join().exitValue()).as(output).isZero();
        assertThat(output).contains("payments=20000 ");
    }
}
