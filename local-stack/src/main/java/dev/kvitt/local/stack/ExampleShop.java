package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop of {@code examples/shop}: a till, a vending machine and a taxi meter over the public HTTP API. */
public final class ExampleShop implements StackService {

    public static final String NAME = "shop";

    private static final int PORT_OFFSET = 40;
    private static final int HEAP_MEGABYTES = 64;

    @Override
    public String serviceName() {
        return NAME;
    }

    @Override
    public int portOffset() {
        return PORT_OFFSET;
    }

    @Override
    public Optional<String> databaseName() {
        return Optional.empty();
    }

    @Override
    public boolean isOutside() {
        return false;
    }

    @Override
    public List<String> command(StackContext context) {
        Path artifact = context.home().resolve("examples/shop/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(artifact)) {
            throw new LauncherException("The shop is not built: " + artifact
                    + " is missing. Start it with ./kvitt, which builds it, or leave it out with --no-shop.");
        }
        List<String> command = new ArrayList<>(List.of(Java.program()));
        command.addAll(context.tuning().options(HEAP_MEGABYTES));
        command.addAll(List.of("-jar", artifact.toString()));
        return command;
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        Secrets secrets = new Secrets(context.data().secrets());
        Ports ports = context.ports();
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(NAME)));
        settings.put("SHOP_KVITT_URL", ports.url(KvittService.PAYMENT_SERVICE.serviceName()));
        settings.put("SHOP_SEAL_URL", ports.url(KvittService.CHECKIN_SERVICE.serviceName()));
        settings.put("SHOP_PAGE_URL", ports.url(KvittService.CHECKIN_SERVICE.serviceName()));
        settings.put("SHOP_PHONE_URL", ports.url(KvittService.VIPPS_SANDBOX.serviceName()));
        String token = secrets.file(StackSecrets.TILL_TOKEN).toString();
        settings.put("SHOP_TOKEN_FILE", token);
        settings.put("SHOP_SEAL_TOKEN_FILE", token);
        settings.put("SHOP_FOLDER", context.data().shop().toString());
        settings.put("SHOP_MSN", SandboxMerchants.MSN);
        place(settings, "TILL", "till-1");
        place(settings, "MACHINE", "machine-1");
        place(settings, "METER", "taxi-1");
        return settings;
    }

    /** As in the local registry. */
    private static void place(Map<String, String> settings, String which, String id) {
        settings.put("SHOP_" + which + "_ID", id);
        settings.put("SHOP_" + which + "_QR_ID", id + "-qr");
    }
}
