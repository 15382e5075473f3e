package dev.kvitt.operations.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.planted.EndlessLedger;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Memory does not grow with the report: a machine whose heap could not hold the rows matches them all. */
class MillionRowsTest {

    /** Two rows each; 500000 make the million ({@code -Dreconcile.sales=500000}). */
    private static final int SALES = Integer.getInteger("reconcile.sales", 100_000);

    @Test
    void rows_without_end_are_matched_in_a_heap_of_24_megabytes() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(Matcher.class, MillionRows.class, EndlessLedger.class)
                .map(type -> new File(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .map(File::getPath)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        java, "-Xmx24m", "-cp", classes, MillionRows.class.getName(), Integer.toString(SALES))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(output);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
