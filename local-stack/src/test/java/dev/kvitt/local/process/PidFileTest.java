package dev.kvitt.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private PidFile file;

    @BeforeEach
    void file() {
        file = new PidFile(folder.resolve("payment-service.pid"));
    }

    @Test
    void a_living_process_is_found_again() {
        file.write(ProcessHandle.current().pid());

        assertThat(file.alive().map(ProcessHandle::pid))
                .contains(ProcessHandle.current().pid());
        assertThat(file.name()).isEqualTo("payment-service");
    }

    @Test
    void a_process_that_only_got_the_same_id_is_not_found() {
        file.write(new ProcessIdentity(ProcessHandle.current().pid(), "born at another time"));

        assertThat(file.alive()).isEmpty();
    }

    @Test
    void an_ended_process_is_not_found() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.pid());
        assertThat(file.alive()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(file.alive()).isEmpty();
    }

    @Test
    void half_a_line_left_by_a_killed_launcher_points_at_nobody() throws Exception {
        Files.writeString(file.file(), "12");

        assertThat(file.alive()).isEmpty();
    }

    @Test
    void a_dead_process_that_nobody_reaped_counts_as_ended() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        long zombie = Long.parseLong(parent.inputReader().readLine());
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (ProcessIdentity.of(zombie).isPresent() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(ProcessIdentity.of(zombie)).isEmpty();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}
