package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A passenger's browser without JavaScript: keeps cookies, follows nothing by itself. */
final class TestPhone {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private String language = "en";

    TestPhone in(String acceptLanguage) {
        language = acceptLanguage;
        return this;
    }

    Response get(String path) {
        return kept(request().get(path));
    }

    /** The text of a page. */
    String page(String path) {
        return get(path).then().statusCode(200).extract().asString();
    }

    /** Looks at the form and sends it. */
    Response pay(String path, String phone) {
        return post(path, token(path), phone, Map.of());
    }

    String token(String path) {
        var found = TOKEN.matcher(page(path));
        assertThat(found.find()).as("a form at " + path).isTrue();
        return found.group(1);
    }

    Response post(String path, String token, String phone, Map<String, String> headers) {
        return kept(request()
                .headers(headers)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("token", token)
                .formParam("phone", phone)
                .post(path));
    }

    private RequestSpecification request() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(true)
                .cookies(cookies)
                .header("Accept-Language", language);
    }

    private Response kept(Response answer) {
        cookies.putAll(answer.cookies());
        return answer;
    }
}
