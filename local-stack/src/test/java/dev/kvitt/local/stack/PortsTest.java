package dev.kvitt.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.LauncherException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void every_part_of_the_real_stack_has_a_port_of_its_own_inside_the_range() {
        Ports ports = Ports.fromBase(7000, List.of(KvittService.values()));

        assertThat(new HashSet<>(ports.byName().values()))
                .hasSameSizeAs(ports.byName().values())
                .allMatch(port -> port >= 7000 && port < 7100);
        assertThat(ports.url("webhook-gateway")).isEqualTo("http://127.0.0.1:7021");
    }

    @Test
    void a_base_out_of_range_is_refused_with_an_example() {
        assertThatThrownBy(() -> Ports.fromBase(80, List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("--port-base 7500");
        assertThatThrownBy(() -> Ports.fromBase(65437, List.of())).isInstanceOf(LauncherException.class);
        assertThatCode(() -> Ports.fromBase(65436, List.of())).doesNotThrowAnyException();
    }

    @Test
    void a_port_another_program_listens_on_is_named_with_the_part_that_wants_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Map.of("payment-service", other.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.requireFree(ports))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining(other.getLocalPort() + " (for payment-service)")
                    .hasMessageContaining("Nothing was started");
        }
    }

    @Test
    void free_ports_are_free_and_different() {
        Ports ports = Ports.free(List.of(KvittService.values()));

        assertThat(new HashSet<>(ports.byName().values())).hasSize(11);
        assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
    }
}
