package dev.kvitt.local.status;

import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.HealthProbe;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.StackState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds out how a stack is, right now. */
public final class StatusReader {

    private StatusReader() {}

    /** Asks every service; a stack that is still starting, or stopped, is not ready. */
    public static StackStatus read(DataFolder data) {
        return StackState.read(data).map(state -> read(data, state)).orElse(StackStatus.DOWN);
    }

    private static StackStatus read(DataFolder data, StackState state) {
        Map<String, ServiceStatus> all = new LinkedHashMap<>();
        for (String name : state.services()) {
            String url = state.url(name);
            Long pid = data.pidFile(name).alive().map(ProcessHandle::pid).orElse(null);
            all.put(name, new ServiceStatus(url, pid, pid != null && HealthProbe.isReady(url)));
        }
        boolean ready = all.values().stream().allMatch(ServiceStatus::ready)
                && data.pidFile(Ports.KAFKA).alive().isPresent();
        SandboxStatus sandbox = state.outside().stream()
                .findFirst()
                .map(name -> new SandboxClient(state.url(name)).status())
                .orElse(null);
        state.outside().forEach(all::remove);
        return new StackStatus(ready, new Ports(state.ports()).kafka(), all, sandbox, state.token());
    }
}
