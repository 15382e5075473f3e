package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of this project, each run from its packaged artifact. */
public enum KvittService implements StackService {
    VIPPS_SANDBOX("vipps-sandbox", 20, null),
    WEBHOOK_GATEWAY("webhook-gateway", 21, "gateway"),
    CHECKIN_SERVICE("checkin-service", 22, "checkin"),
    PAYMENT_SERVICE("payment-service", 23, "payment"),
    CAPTURE_SERVICE("capture-service", 24, "capture"),
    RECEIPT_SERVICE("receipt-service", 25, "receipt"),
    OPERATIONS_SERVICE("operations-service", 26, "operations");

    /** Where operators look, at {@link #OPERATIONS_SERVICE}. */
    public static final String CONSOLE = "/console";

    /** Heap of every service, in megabytes. */
    public static final int HEAP_MEGABYTES = 192;

    /** Heap of the local Vipps MobilePay, which keeps its payments there: as many as its limit allows. */
    public static final int SANDBOX_HEAP_MEGABYTES = 512;

    private final String serviceName;
    private final int portOffset;
    private final String databaseName;

    KvittService(String serviceName, int portOffset, String databaseName) {
        this.serviceName = serviceName;
        this.portOffset = portOffset;
        this.databaseName = databaseName;
    }

    @Override
    public String serviceName() {
        return serviceName;
    }

    @Override
    public int portOffset() {
        return portOffset;
    }

    @Override
    public Optional<String> databaseName() {
        return Optional.ofNullable(databaseName);
    }

    @Override
    public boolean isOutside() {
        return this == VIPPS_SANDBOX;
    }

    @Override
    public List<String> command(StackContext context) {
        Path artifact = context.home()
                .resolve(serviceName)
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
        if (!Files.exists(artifact)) {
            throw new LauncherException(serviceName + " is not built: " + artifact
                    + " is missing. Start it with ./kvitt, which builds it.");
        }
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(context.tuning().options(this == VIPPS_SANDBOX ? SANDBOX_HEAP_MEGABYTES : HEAP_MEGABYTES));
        command.add("-jar");
        command.add(artifact.toString());
        return command;
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        return this == VIPPS_SANDBOX
                ? ServiceSettings.ofSandbox(context)
                : ServiceSettings.of(this, context, databaseName);
    }
}
