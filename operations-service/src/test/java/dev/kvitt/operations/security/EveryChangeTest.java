package dev.kvitt.operations.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kvitt.operations.support.AccessTestResource;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every address that changes something, found in the code, tried by everybody who has not the role for it. */
@OperationsTest
class EveryChangeTest {

    private static final List<String> ROLES = List.of("viewer", "operator", "finance");

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    /** Which roles may, by address. What is open to all is the login. */
    private static Map<String, List<String>> changes() {
        var found = new TreeMap<String, List<String>>();
        new ClassFileImporter()
                .importPath("target/classes/dev/kvitt/operations").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(POST.class))
                        .filter(method -> !method.getOwner().isAnnotatedWith(PermitAll.class))
                        .map(JavaMethod::reflect)
                        .forEach(method -> found.put(address(method), roles(method)));
        return found;
    }

    private static List<String> roles(Method method) {
        var allowed = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        assertThat(allowed).as("%s says who may", method).isNotNull();
        return List.of(allowed.value());
    }

    private static String address(Method method) {
        var of = method.getAnnotation(Path.class);
        var path = method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + (of == null ? "" : of.value());
        return path.replaceAll("/+", "/")
                .replaceAll("/$", "")
                .replace("{id}", "00000000-0000-4000-8000-000000000000")
                .replace("{msn}", "123456")
                .replaceAll("\\{[^}]*}", "none-0001");
    }

    @Test
    void nobody_changes_anything_without_the_role() {
        var changes = changes();
        assertThat(changes).hasSizeGreaterThan(25);
        var wrong = new ArrayList<String>();
        for (var role : ROLES) {
            var browser = Browser.loggedIn(role);
            browser.get("/console");
            changes.forEach((address, may) -> {
                if (!may.contains(role)) {
                    var status = address.startsWith("/api")
                            ? given().auth()
                                    .oauth2(AccessTestResource.token(role))
                                    .contentType("application/json")
                                    .body("{}")
                                    .post(address)
                                    .statusCode()
                            : browser.post(address, Map.of("reason", "x")).statusCode();
                    if (status != 403) {
                        wrong.add(role + " at " + address + ": " + status);
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** The rest are an operator's or finance's; who may look may make a checklist, which decides nothing. */
    @Test
    void whoever_may_only_look_changes_nothing() {
        assertThat(changes().entrySet().stream()
                        .filter(change -> change.getValue().contains("viewer"))
                        .map(Map.Entry::getKey))
                .containsExactly("/api/checklists", "/console/checklists");
    }

    @Test
    void who_presses_a_button_that_is_not_theirs_reads_so() {
        var browser = Browser.loggedIn("viewer");
        browser.get("/console");
        var answer = browser.post("/console/rebuilds", Map.of("reason", "x"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString())
                .contains("<h1>Your role does not allow this</h1>", "Nothing was done.", "href=\"/console\"");
        assertThat(answer.header("Content-Security-Policy")).contains("style-src 'self'");
        var old = browser.request().formParam("reason", "x").post("/console/checklists");
        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.asString()).contains("<h1>This form is out of date</h1>");
    }
}
