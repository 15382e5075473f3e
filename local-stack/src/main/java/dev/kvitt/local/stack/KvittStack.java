package dev.kvitt.local.stack;

import java.util.List;

/** The stack of this project, as {@code ./kvitt} starts it. */
public final class KvittStack {

    private KvittStack() {}

    /** All services, and the keys, tokens and registry they read. */
    public static StackDefinition definition() {
        return new StackDefinition(List.of(KvittService.values()), KvittStack::prepare);
    }

    private static void prepare(StackContext context) {
        Secrets secrets = new Secrets(context.data().secrets());
        secrets.password(StackSecrets.INTERNAL_TOKEN);
        secrets.key(StackSecrets.GATEWAY_KEY);
        secrets.key(StackSecrets.CHECKIN_KEY);
        SandboxMerchants.settings(secrets);
        RegistryTemplate.write(context);
    }
}
