package dev.kvitt.checkin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kvitt.checkin");

    @Test
    void the_domain_is_pure() {
        classes()
                .that()
                .resideInAPackage("..checkin.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.kvitt.events..", "dev.kvitt.registry..", "..checkin.domain..")
                .because("what a scan leads to must be readable and testable without framework, database and clock")
                .check(CLASSES);
    }

    @Test
    void http_cannot_open_a_sale() {
        noClasses()
                .that()
                .resideInAPackage("..checkin.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..checkin.messaging..", "..checkin.vipps..")
                .because("sales are opened by verified events under the code's lock and in no other way")
                .check(CLASSES);
    }
}
