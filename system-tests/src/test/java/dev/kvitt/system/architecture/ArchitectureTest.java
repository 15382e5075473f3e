package dev.kvitt.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The boundaries of the project as facts. Each rule says why. */
class ArchitectureTest {

    private static final List<String> MODULES = List.of(
            "common-events",
            "common-registry",
            "common-tracing",
            "common-messaging",
            "vipps-rules",
            "vipps-contract",
            "vipps-client",
            "vipps-sandbox",
            "webhook-gateway",
            "checkin-service",
            "payment-service",
            "capture-service",
            "receipt-service",
            "operations-service",
            "topic-setup",
            "cli",
            "local-stack");

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "jakarta..",
        "org.hibernate..",
        "org.eclipse.microprofile..",
        "io.smallrye..",
        "io.vertx..",
        "io.opentelemetry.."
    };

    private static JavaClasses kvitt;

    @BeforeAll
    static void readEveryModule() {
        var folders = MODULES.stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
        folders.forEach(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(folder + " is missing: build the whole project first (./mvnw verify)");
            }
        });
        kvitt = new ClassFileImporter().importPaths(folders);
    }

    @Test
    void the_event_contract_needs_no_framework() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kvitt.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("a till on any JVM uses it as it is"));
    }

    @Test
    void domains_are_pure() {
        check(noClasses()
                .that()
                .resideInAnyPackage(rooms("domain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(FRAMEWORKS, "java.sql..", "java.net.http..", "org.apache.kafka.."))
                .because("what decides about money must be testable by the thousand, without anything running"));
    }

    @Test
    void dependencies_point_to_the_domain() {
        check(noClasses()
                .that()
                .resideInAnyPackage(rooms("domain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(with(with(rooms("messaging"), rooms("store")), rooms("vipps")), rooms("api")))
                .because("a decision that knows where it is stored or who asked cannot be moved or read alone"));
    }

    @Test
    void stores_know_neither_who_asks_nor_who_answers() {
        check(noClasses()
                .that()
                .resideInAnyPackage(rooms("store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(with(rooms("messaging"), rooms("vipps")), rooms("api")))
                .because("rows are read and written by all of them"));
    }

    @Test
    void the_rules_of_Vipps_need_nothing() {
        check(classes()
                .that()
                .resideInAPackage("dev.kvitt.vipps.rules..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.kvitt.vipps.rules..", "java..", "javax.crypto..")
                .because("sandbox and simulation run the same model of Vipps, and neither brings a framework along"));
    }

    @Test
    void the_sandbox_knows_nothing_of_Kvitt() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kvitt.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kvitt.events..",
                        "dev.kvitt.messaging..",
                        "dev.kvitt.registry..",
                        "dev.kvitt.vipps.client..",
                        "org.apache.kafka..")
                .because("a Vipps that knows its client proves nothing about it"));
    }

    @Test
    void the_Vipps_client_knows_nothing_of_Kvitt() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kvitt.vipps.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        with(FRAMEWORKS, "dev.kvitt.events..", "dev.kvitt.messaging..", "dev.kvitt.vipps.rules.."))
                .because("client and model of Vipps must not share a mistake"));
    }

    @Test
    void the_contract_check_knows_neither_side() {
        check(classes()
                .that()
                .resideInAPackage("dev.kvitt.vipps.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kvitt.vipps.contract..", "java..", "com.fasterxml.jackson..", "com.networknt.schema..")
                .because("a judge that shares code with client or sandbox shares their mistakes"));
    }

    @Test
    void the_contract_check_is_for_tests_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.kvitt.vipps.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kvitt.vipps.contract..")
                .because("nobody who pays needs Vipps' specification files"));
    }

    @Test
    void messaging_knows_no_domain() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kvitt.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kvitt.registry..", "dev.kvitt.vipps..", "dev.kvitt.payment..", "dev.kvitt.capture..")
                .because("inbox, outbox and timers serve every service alike"));
    }

    @Test
    void only_capture_service_moves_money() {
        var writes = Set.of("create", "capture", "cancel", "refund");
        var moving = new DescribedPredicate<JavaAccess<?>>("a call that moves money at Vipps") {
            @Override
            public boolean test(JavaAccess<?> access) {
                return access.getTargetOwner().getName().equals("dev.kvitt.vipps.client.epayment.EPayment")
                        && writes.contains(access.getTarget().getName());
            }
        };
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.kvitt.capture..", "dev.kvitt.vipps.client..")
                .should()
                .accessTargetWhere(moving)
                .because("one writer with one table of operations is how nothing is done twice"));
    }

    @Test
    void services_talk_by_events_only() {
        for (var service : List.of("gateway", "checkin", "payment", "capture", "receipt", "operations")) {
            var others = List.of("gateway", "checkin", "payment", "capture", "receipt", "operations").stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "dev.kvitt." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.kvitt." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("each is deployed, stopped and restored alone"));
        }
    }

    @Test
    void the_command_line_has_no_way_in_but_the_API() {
        check(classes()
                .that()
                .resideInAPackage("dev.kvitt.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.kvitt.cli..", "java..", "com.fasterxml.jackson..", "picocli..")
                .because("what an operator may do is decided, recorded and limited at the service, once for all"));
    }

    @Test
    void production_never_carries_the_local_stack() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.kvitt.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kvitt.local..")
                .because("embedded brokers and databases are for laptops and tests"));
    }

    @Test
    void time_comes_through_one_interface() {
        var clocks = Set.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                OffsetDateTime.class.getName(),
                ZonedDateTime.class.getName(),
                Clock.class.getName(),
                InstantSource.class.getName());
        var readsTheClock = new DescribedPredicate<JavaAccess<?>>("a reading of the system's clock") {
            @Override
            public boolean test(JavaAccess<?> access) {
                var owner = access.getTargetOwner().getName();
                var name = access.getTarget().getName();
                return (clocks.contains(owner) && (name.equals("now") || name.startsWith("system")))
                        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
            }
        };
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.kvitt.local..")
                .and()
                .doNotHaveFullyQualifiedName("dev.kvitt.messaging.quarkus.SystemClock")
                .and()
                .doNotHaveFullyQualifiedName("dev.kvitt.cli.Main")
                .and()
                .doNotHaveFullyQualifiedName("dev.kvitt.gateway.GatewayParts")
                .and()
                .doNotHaveFullyQualifiedName("dev.kvitt.sandbox.domain.SandboxClock")
                .should()
                .accessTargetWhere(readsTheClock)
                .because("a service is tested at midnight, next year and eight days late; time is an InstantSource"));
    }

    private static String[] rooms(String room) {
        return new String[] {
            "dev.kvitt.gateway." + room + "..",
            "dev.kvitt.checkin." + room + "..",
            "dev.kvitt.payment." + room + "..",
            "dev.kvitt.capture." + room + "..",
            "dev.kvitt.receipt." + room + "..",
            "dev.kvitt.operations." + room + ".."
        };
    }

    private static String[] with(String[] some, String... more) {
        var all = new java.util.ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.check(kvitt);
    }
}
