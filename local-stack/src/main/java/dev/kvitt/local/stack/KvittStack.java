package dev.kvitt.local.stack;

import dev.kvitt.events.TopicUser;
import java.util.List;

/** The stack of this project, as {@code ./kvitt} starts it. */
public final class KvittStack {

    private KvittStack() {}

    /** All services, and the keys, tokens and registry they read. */
    public static StackDefinition definition() {
        return definition(0);
    }

    /** @param moreMachines vending machines besides the two of the template, for sales at the same time */
    public static StackDefinition definition(int moreMachines) {
        return new StackDefinition(List.of(KvittService.values()), context -> prepare(context, moreMachines));
    }

    private static void prepare(StackContext context, int moreMachines) {
        makeSecrets(new Secrets(context.data().secrets()));
        RegistryTemplate.write(context.data().registry(), moreMachines);
    }

    /** All that services of an installation share, or keep to themselves, and the merchants' keys. */
    static void makeSecrets(Secrets secrets) {
        secrets.password(StackSecrets.INTERNAL_TOKEN);
        secrets.password(StackSecrets.OPERATORS_TOKEN);
        secrets.password(StackSecrets.OPERATIONS_TOKEN);
        ConsoleUsers.make(secrets);
        secrets.password(StackSecrets.TILL_TOKEN);
        secrets.password(StackSecrets.CODE_TOKEN);
        secrets.password(StackSecrets.MERCHANT_TOKEN);
        secrets.key(StackSecrets.GATEWAY_KEY);
        secrets.key(StackSecrets.CHECKIN_KEY);
        for (TopicUser user : TopicUser.values()) {
            secrets.password(StackSecrets.ofKafkaUser(user.principal()));
        }
        SandboxMerchants.settings(secrets);
    }
}
