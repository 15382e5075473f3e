package dev.kvitt.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kvitt.sandbox");

    @Test
    void the_state_knows_neither_http_nor_delivery() {
        noClasses()
                .that()
                .resideInAPackage("..sandbox.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..sandbox.api..",
                        "..sandbox.control..",
                        "..sandbox.webhooks..",
                        "..sandbox.faults..",
                        "io.vertx..")
                .because("state is kept and restored without anybody asking for it over HTTP")
                .check(SANDBOX);
    }

    @Test
    void the_sandbox_knows_no_kvitt_and_no_kafka() {
        classes()
                .that()
                .resideInAPackage("dev.kvitt.sandbox..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kvitt.sandbox..",
                        "dev.kvitt.vipps.rules..",
                        "java..",
                        "jakarta..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.netty..",
                        "io.smallrye..",
                        "com.fasterxml.jackson..",
                        "com.google.zxing..",
                        "javax.imageio..",
                        "org.eclipse.microprofile..",
                        "org.jboss..")
                .because("it stands for Vipps, who knows neither; what works against it must work against Vipps")
                .check(SANDBOX);
    }
}
