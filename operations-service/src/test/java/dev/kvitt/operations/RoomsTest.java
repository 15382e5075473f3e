package dev.kvitt.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kvitt.operations");

    @Test
    void the_domain_knows_events_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage("..operations.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.kvitt.events..", "..operations.domain..")
                .because("what a sale's history means for its money is said by pure functions that a test can run")
                .allowEmptyShould(true)
                .check(SERVICE);
    }

    @Test
    void only_the_room_vipps_calls_vipps() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..operations.vipps..", "dev.kvitt.operations")
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
                .resideInAnyPackage("..operations.store..", "..operations.vipps..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..operations.messaging..", "..operations.api..", "..operations.console..")
                .because("rows and calls serve those who ask, they do not steer them")
                .check(SERVICE);
    }
}
