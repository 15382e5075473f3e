package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractIsCompleteTest {

    @Test
    void everyTypeHasOneSchemaAndOneExampleAndThereAreNoOthers() throws IOException {
        assertThat(names(Schemas.FOLDER))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(typeNames().stream(), Stream.of("common")).toList());
        assertThat(names(Schemas.EXAMPLES)).containsExactlyInAnyOrderElementsOf(typeNames());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everySchemaIsOneAndBearsItsOwnAddress(EventType type) {
        var schema = Schemas.tree(type);

        assertThat(Schemas.metaSchema().validate(schema)).isEmpty();
        assertThat(schema.path("$id").asText()).isEqualTo(Schemas.BASE + type.typeName() + ".json");
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyFieldIsExplained(EventType type) {
        SchemaPaths.of(Schemas.tree(type), Schemas.common()).forEach((field, schema) -> assertThat(
                        schema.path("description").asText())
                .as(type.typeName() + field)
                .isNotBlank());
    }

    @Test
    void theSharedDefinitionsAreASchemaToo() {
        assertThat(Schemas.metaSchema().validate(Schemas.common())).isEmpty();
        assertThat(Schemas.common().path("$id").asText()).isEqualTo(Schemas.BASE + "common.json");
    }

    private static List<String> typeNames() {
        return Arrays.stream(EventType.values()).map(EventType::typeName).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .toList();
        }
    }
}
