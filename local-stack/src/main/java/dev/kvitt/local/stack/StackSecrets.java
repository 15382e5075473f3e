package dev.kvitt.local.stack;

import dev.kvitt.local.kafka.Guard;

/** File names in the stack's folder of secrets. */
public final class StackSecrets {

    /** Bearer token of the services' HTTP APIs; in a stack of the launcher new on every start. */
    public static final String API_TOKEN = "api-token";

    /** Password of PostgreSQL's superuser. */
    public static final String POSTGRES_ADMIN = "postgres-admin";

    /** Token the services show each other. */
    public static final String INTERNAL_TOKEN = "internal-token";

    /** Token that operations-service shows the others. */
    public static final String OPERATORS_TOKEN = "operators-token";

    /** Token of the operators' command line and of programs, good for all that operators may do. */
    public static final String OPERATIONS_TOKEN = "operations-token";

    /** Who may log in at the operators' console, a line each. */
    public static final String CONSOLE_USERS = "console-users";

    /** What all of them log in with. */
    public static final String CONSOLE_PASSWORD = "console-password";

    /** Token that tills show to have a customer's value sealed. */
    public static final String TILL_TOKEN = "till-token";

    /** Token of who makes, moves and deletes printed codes over HTTP. */
    public static final String CODE_TOKEN = "code-token";

    /** Token that the merchant's own systems show to see and erase remembered customers. */
    public static final String MERCHANT_TOKEN = "merchant-token";

    /** 32 bytes, Base64: seals webhook secrets in the gateway's store. */
    public static final String GATEWAY_KEY = "gateway-key";

    /** 32 bytes, Base64: seals personal data in checkin-service's store. */
    public static final String CHECKIN_KEY = "checkin-key";

    /** Protects the key store of the gateway's certificate; of Compose only. */
    static final String HOOKS_STORE = "hooks-store";

    private StackSecrets() {}

    /** Password of a service at Kafka. */
    public static String ofKafkaUser(String principal) {
        return Guard.PASSWORD_FILE + principal;
    }

    /** A merchant's secret for one of Vipps' keys, for example {@code 123456-client-secret}. */
    public static String ofMerchant(String msn, String key) {
        return msn + "-" + key;
    }
}
