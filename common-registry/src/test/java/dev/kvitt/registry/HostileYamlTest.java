package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileYamlTest {

    @TempDir
    Path folder;

    private RegistryFiles files;

    @BeforeEach
    void exampleFolder() throws IOException {
        files = new RegistryFiles(folder);
    }

    @Test
    void aliasesThatWouldGrowWithoutEndAreRefusedWhereTheyStand() throws IOException {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var name = 'b'; name <= 'z'; name++) {
            var before = "*" + (char) (name - 1);
            bomb.append("%s: &%s [%s, %s, %s, %s]%n".formatted(name, name, before, before, before, before));
        }

        assertThat(files.refused(bomb.toString())).hasMessageContaining("line 2: aliases (*name) are not allowed");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws IOException {
        assertThat(files.refusedWhen("market: NO", "market: NO\n        market: DK"))
                .hasMessageContaining("line 10, /merchants/0/salesUnits/0/market: this field stands twice; leave one");
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsNotReadToItsEnd() throws IOException {
        var large = "#" + "x".repeat(RegistryLoader.MAX_FILE_BYTES);

        assertThat(files.refused(large)).hasMessageContaining("the file is larger than 1048576 bytes");
    }

    @Test
    void tabsAreRefusedWithTheirLine() throws IOException {
        assertThat(files.refusedWhen("  - id: brus", "\t- id: brus"))
                .hasMessageContaining("line 4: this is not YAML: found character '\\t(TAB)'");
    }

    @Test
    void deepNestingIsRefusedAndOverflowsNothing() throws IOException {
        assertThat(files.refused("a: " + "[".repeat(500_000))).hasMessageContaining("nested deeper than 20 levels");
    }

    @Test
    void tagsAreRefusedSoThatNoJavaClassCanBeNamed() throws IOException {
        assertThat(files.refused("a: !!javax.script.ScriptEngineManager [x]"))
                .hasMessageContaining("line 1: tags (!name) are not allowed");
        assertThat(files.refused("a: !!str x")).hasMessageContaining("tags (!name) are not allowed");
    }

    @Test
    void textOnSeveralLinesIsRefusedAlsoWhenOnlyALineEndIsTooMuch() throws IOException {
        assertThat(files.refusedWhen("\"123456\"", "\"123456\\n\""))
                .hasMessageContaining("line 7, /merchants/0/salesUnits/0/msn: must be on one line");
        assertThat(files.refusedWhen("name: Brus AS", "name: |\n      Brus AS"))
                .hasMessageContaining("/merchants/0/name: must be on one line");
    }

    @Test
    void aSecondDocumentIsRefused() throws IOException {
        var two = Files.readString(RegistryFiles.EXAMPLE) + "---\ninstallation: other\n";

        assertThat(files.refused(two)).hasMessageContaining("a second document begins here");
    }

    @Test
    void anEmptyFileAndOneThatIsNoListOfFieldsAreRefused() throws IOException {
        assertThat(files.refused("")).hasMessageContaining("the file is empty");
        assertThat(files.refused("# nothing")).hasMessageContaining("the file is empty");
        assertThat(files.refused("just text"))
                .hasMessageContaining("must be a list of fields: installation and merchants");
        assertThat(files.refused("- a\n- b"))
                .hasMessageContaining("must be a list of fields: installation and merchants");
    }

    @Test
    void aFieldNameThatIsNotPlainTextIsRefused() throws IOException {
        assertThat(files.refused("? [a, b]\n: c")).hasMessageContaining("line 1: a field name must be plain text");
    }

    @Test
    void brokenYamlIsToldByLineWithoutQuotingTheFile() throws IOException {
        var refusal = files.refusedWhen("name: Brus AS", "name: \"Brus AS");

        assertThat(refusal).hasMessageContaining("this is not YAML").hasMessageNotContaining("BRUS_CLIENT_ID");
    }

    @Test
    void otherEncodingsAndControlCharactersAreRefused() throws IOException {
        var file = Files.write(folder.resolve("latin.yaml"), "name: Brød".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(RegistryException.class, () -> Registry.load(file)))
                .hasMessageContaining("not UTF-8 text; save it as UTF-8");
        assertThat(files.refused("name: \u0001")).hasMessageContaining("characters that YAML does not allow");
    }

    @Test
    void aFileThatIsNotThereIsToldByName() {
        var missing = folder.resolve("none.yaml");

        assertThat(catchThrowableOfType(RegistryException.class, () -> Registry.load(missing)))
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("check that it exists and is readable");
    }
}
