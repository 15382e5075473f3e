package dev.kvitt.operations.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Enough of a browser for forms: keeps cookies, reads the hidden field, follows nothing by itself. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f]+)\"");
    private static final RestAssuredConfig STAY = RestAssuredConfig.newConfig()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false));

    /** By user: a password is looked at slowly on purpose, so not anew for each test. */
    private static final Map<String, Browser> LOGGED_IN = new ConcurrentHashMap<>();

    private final Map<String, String> cookies = new HashMap<>();
    private String form = "";

    /** In a session that other tests of the same service have too; {@link #login} begins one of its own. */
    public static Browser loggedIn(String user) {
        var known = LOGGED_IN.get(user);
        if (known == null || known.copy().get("/console").statusCode() != 200) {
            known = login(user);
            LOGGED_IN.put(user, known.copy());
        }
        return known.copy();
    }

    private Browser copy() {
        var browser = new Browser();
        browser.cookies.putAll(cookies);
        browser.form = form;
        return browser;
    }

    public static Browser login(String user) {
        var browser = new Browser();
        browser.get("/console/login");
        var answer = browser.post("/console/login", Map.of("name", user, "password", AccessTestResource.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String form() {
        return form;
    }

    public Response get(String path) {
        return seen(request().get(path));
    }

    /** With the hidden field of the page that was loaded last. */
    public Response post(String path, Map<String, String> fields) {
        return seen(request().formParams(fields).formParam("form", form).post(path));
    }

    public RequestSpecification request() {
        return given().noFilters().config(STAY).cookies(cookies);
    }

    private Response seen(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        var field = FORM.matcher(answer.asString());
        if (field.find()) {
            form = field.group(1);
        }
        return answer;
    }
}
