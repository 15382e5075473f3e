package dev.kvitt.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.local.status.StackStatus;
import dev.kvitt.local.status.StatusReader;
import dev.kvitt.local.status.StatusTable;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Tell what is up, and where. Exit code 0 when everything is ready, else 3.")
final class StatusCommand implements Callable<Integer> {

    /** Exit code when the stack is not up, or not all of it is ready. */
    static final int NOT_READY = 3;

    private final Site site;
    private final PrintStream out;

    @Option(names = "--json", description = "For programs: addresses, process ids, the sandbox's keys, the token.")
    private boolean json;

    StatusCommand(Site site, PrintStream out) {
        this.site = site;
        this.out = out;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        StackStatus status = StatusReader.read(site.currentDataFolder());
        out.println(json ? new ObjectMapper().writeValueAsString(status) : StatusTable.of(status));
        return status.ready() ? 0 : NOT_READY;
    }
}
