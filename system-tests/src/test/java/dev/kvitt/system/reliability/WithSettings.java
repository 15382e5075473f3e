package dev.kvitt.system.reliability;

import dev.kvitt.local.stack.StackContext;
import dev.kvitt.local.stack.StackService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of the stack with settings of the test.
 *
 * @param more settings, which may change until the service is started again
 */
public record WithSettings(StackService service, Map<String, String> more) implements StackService {

    @Override
    public String serviceName() {
        return service.serviceName();
    }

    @Override
    public int portOffset() {
        return service.portOffset();
    }

    @Override
    public Optional<String> databaseName() {
        return service.databaseName();
    }

    @Override
    public boolean isOutside() {
        return service.isOutside();
    }

    @Override
    public boolean isSpare() {
        return service.isSpare();
    }

    @Override
    public List<String> command(StackContext context) {
        return service.command(context);
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        var all = new HashMap<>(service.environment(context));
        all.putAll(more);
        return all;
    }
}
