package dev.kvitt.receipt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kvitt.receipt");

    @Test
    void the_domain_knows_events_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage("..receipt.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.kvitt.events..", "..receipt.domain..")
                .because("what makes a receipt is decided by pure functions that a person can read and a test can run")
                .check(SERVICE);
    }

    @Test
    void only_the_room_vipps_calls_vipps() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..receipt.vipps..", "dev.kvitt.receipt")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kvitt.vipps.client..")
                .because("whoever looks for what we say to Vipps should find it in one place")
                .check(SERVICE);
    }

    @Test
    void rooms_depend_on_the_domain_and_not_the_other_way_round() {
        noClasses()
                .that()
                .resideInAnyPackage("..receipt.store..", "..receipt.vipps..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..receipt.messaging..")
                .because("rows and calls serve the flow of messages, they do not steer it")
                .check(SERVICE);
    }
}
