package dev.kvitt.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kit itself: what is wrong with a page is found, and what is right is not complained of. */
@BrowserTest
class KitBrowserTest {

    private static final String GOOD =
            """
            <main><h1>Pay</h1><p id="language"></p>
            <a href="#one">One</a> <button type="button">Pay now</button></main>
            <script>document.querySelector('button').onclick = () => { document.title = 'Paid'; };</script>
            """;

    private SmallServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new SmallServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_good_page_passes_on_both_screens_and_its_picture_is_as_wide_as_the_screen() throws IOException {
        server.page("/", GOOD);

        for (var screen : Screen.values()) {
            try (var open = screen.open("nb", server.url())) {
                var picture = open.check("kit");

                assertThat(picture.getFileName()).hasToString("kit-" + screen.width() + "-nb.png");
                assertThat(width(Files.readAllBytes(picture))).isEqualTo(screen.width());
            }
        }
        assertThat(server.languages()).allMatch(language -> language.startsWith("nb"));
    }

    @Test
    void whoever_has_only_a_keyboard_gets_to_the_button_and_presses_it() {
        server.page("/", GOOD);
        try (var open = Screen.PHONE.open("en", server.url())) {
            var button = open.page().getByRole(AriaRole.BUTTON);

            open.keys().enter(button);

            assertThat(open.page().title()).isEqualTo("Paid");
        }
    }

    @Test
    void a_button_that_does_not_show_its_focus_fails() {
        server.page("/", GOOD.replace("<button", "<button style=\"outline: none\""));
        refused(open -> open.keys().tabTo(open.page().getByRole(AriaRole.BUTTON)), "Nobody can see");
    }

    @Test
    void a_thing_out_of_reach_of_the_keyboard_fails() {
        server.page("/", GOOD.replace("<button", "<button tabindex=\"-1\""));
        refused(open -> open.keys().tabTo(open.page().getByRole(AriaRole.BUTTON)), "Not reached by Tab");
    }

    @Test
    void grey_on_grey_fails_and_says_where() {
        server.page("/", GOOD.replace("<p ", "<p style=\"color: #999; background: #ccc\">Pale</p><p "));
        refused(OpenPage::assertNoViolations, "breaks WCAG 2.2 AA", "color-contrast", "Pale");
    }

    @Test
    void a_page_wider_than_the_phone_fails() {
        server.page("/", GOOD.replace("<p ", "<p style=\"width: 900px\">Wide</p><p "));
        refused(OpenPage::assertFits, "on a screen of 390 px");
    }

    @Test
    void an_error_on_the_console_fails_unless_the_test_expects_it() {
        server.page("/", GOOD + "<script>console.error('the till is on fire')</script>");
        refused(open -> {}, "console: the till is on fire");

        try (var open = Screen.PHONE.open("en", server.url())) {
            open.expecting("on fire");
        }
    }

    @Test
    void an_error_nobody_caught_fails() {
        server.page("/", GOOD + "<script>nothing.like.this()</script>");
        refused(open -> {}, "uncaught");
    }

    @Test
    void a_page_that_asks_anybody_else_fails() {
        server.page("/", GOOD + "<img alt=\"\" src=\"http://tracker.example/pixel.png\">");
        refused(open -> open.expecting("ERR_NAME_NOT_RESOLVED"), "asked somebody else: GET http://tracker.example");
    }

    @Test
    void tests_are_left_out_only_where_nobody_asked_and_no_browser_is() {
        assertThat(BrowserCondition.mustRun(false, false).isDisabled()).isTrue();
        assertThat(BrowserCondition.mustRun(false, false).getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("apt-get install chromium"));
        assertThat(BrowserCondition.mustRun(true, false).isDisabled()).isFalse();
        assertThat(BrowserCondition.mustRun(false, true).isDisabled()).isFalse();
    }

    private void refused(Consumer<OpenPage> look, String... said) {
        assertThatThrownBy(() -> {
                    try (var open = Screen.PHONE.open("en", server.url())) {
                        look.accept(open);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(said);
    }

    /** Of a PNG: four bytes, the most significant first, after its signature and the header's length and name. */
    private static int width(byte[] png) {
        return ByteBuffer.wrap(png).getInt(16);
    }
}
