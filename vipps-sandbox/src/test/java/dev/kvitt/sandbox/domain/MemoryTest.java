package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Must fit: 200,000 payments in 512 MB. A fiftieth of them tells what one takes. */
class MemoryTest {

    private static final Pattern BYTES = Pattern.compile("payments=4000 .* (\\d+) bytes a payment");
    private static final long PAYMENTS = 200_000;
    private static final long HEAP = 512L << 20;

    @Test
    void two_hundred_thousand_payments_with_their_history_fit_in_the_heap() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FillMain.class.getName(),
                        "4000")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.onExit().join().exitValue()).as(output).isZero();
        Matcher bytes = BYTES.matcher(output);
        assertThat(bytes.find()).as(output).isTrue();
        assertThat(Long.parseLong(bytes.group(1)) * PAYMENTS).as(output).isLessThan(HEAP);
    }
}
