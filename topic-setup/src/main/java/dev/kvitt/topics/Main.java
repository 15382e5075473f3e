package dev.kvitt.topics;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Creates what is missing of Kvitt's topics, or only checks them; a job that runs before the services start. */
public final class Main {

    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_SETTINGS = 2;
    static final int UNUSABLE = 3;

    private static final String CREATE = "create";
    private static final String CHECK = "check";

    /** Held here because the JDK forgets the level of a logger nobody refers to. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    /** @param arguments nothing or {@code create}, or {@code check} to create nothing */
    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        System.exit(run(arguments, System.getenv(), System.out));
    }

    /** Does as told, and returns the exit code. */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        try {
            var word = arguments.length == 0 ? CREATE : arguments[0];
            if (arguments.length > 1 || !List.of(CREATE, CHECK).contains(word)) {
                throw new SetupException(WRONG_SETTINGS, "Give no argument or one: " + CREATE + " or " + CHECK + ".");
            }
            var settings = TopicSettings.of(environment);
            var kafka = KafkaSettings.of(environment);
            return run(word.equals(CREATE), settings, kafka, out);
        } catch (SetupException e) {
            out.println(e.getMessage());
            return e.exitCode();
        }
    }

    private static int run(boolean create, TopicSettings settings, Map<String, Object> kafka, PrintStream out) {
        try (var admin = Admin.create(kafka)) {
            var plan = TopicPlan.of(settings);
            var setup = new TopicSetup(admin, plan);
            var created = create ? setup.createMissing() : List.<String>of();
            created.forEach(name -> out.println("created " + name));
            var findings = setup.findings(created);
            findings.forEach(found -> out.println((found.prevents() ? "ERROR " : "differs: ") + found.text()));
            var unusable = findings.stream().filter(Finding::prevents).count();
            out.println(plan.size() + " topics, " + created.size() + " created now, " + unusable
                    + " that Kvitt cannot work with");
            return unusable == 0 ? FINE : UNUSABLE;
        } catch (KafkaException e) {
            throw new SetupException(FAILED, refused(e, kafka));
        }
    }

    private static String refused(KafkaException e, Map<String, Object> kafka) {
        var cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
        return "Kafka at " + kafka.get("bootstrap.servers") + " did not do it: "
                + e.getClass().getSimpleName() + ": " + e.getMessage() + cause
                + "\nTopics that are there are as they were, and those created stay. Mend it and run this again; the"
                + " services do not become ready before. Fewer brokers than copies? See KVITT_TOPICS_REPLICATION.";
    }
}
