package dev.kvitt.system.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** No setting is undocumented, and none is documented that is not there. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    @Test
    void the_page_names_every_setting_of_the_code_with_its_default_and_its_meaning() throws IOException {
        var page = SettingsPage.text();
        if (System.getProperty("settings.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(SettingsPage.unexplained(page))
                .as("settings without a comment")
                .isEmpty();
        assertThat(PAGE)
                .as("docs/settings.md is made from the code; write it anew with " + SettingsPage.COMMAND)
                .content()
                .isEqualTo(page);
    }
}
