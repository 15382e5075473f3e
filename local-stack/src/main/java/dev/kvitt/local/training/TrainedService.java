package dev.kvitt.local.training;

import dev.kvitt.local.stack.Java;
import dev.kvitt.local.stack.StackContext;
import dev.kvitt.local.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as its image has it, with the image's own options, that writes its cache as it ends.
 *
 * @param service what it is in the local stack
 * @param apps folder with a folder for each service
 * @param caches where the cache goes; the outside world gets none
 */
record TrainedService(StackService service, Path apps, Path caches) implements StackService {

    private static final String OPTIONS = "@/app/image/java.options";

    /** The options leave it a part of the container's memory; a machine that builds images may have much. */
    private static final String HEAP = "-Xmx256m";

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
    public List<String> command(StackContext context) {
        String jar = apps.resolve(serviceName()).resolve("quarkus-run.jar").toString();
        return isOutside()
                ? List.of(Java.program(), HEAP, "-jar", jar)
                : List.of(Java.program(), OPTIONS, HEAP, "-XX:AOTCacheOutput=" + cache(), "-jar", jar);
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        return service.environment(context);
    }

    /** Where its cache is once it has ended. */
    Path cache() {
        return caches.resolve(serviceName() + ".aot");
    }
}
