package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the page about the events true. */
class EventsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void thePageSaysWhatTheContractSays() throws IOException {
        var page = new EventsPage().text();
        if (System.getProperty("events.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/events.md is out of date: write it anew with " + EventsPage.COMMAND)
                .content()
                .isEqualTo(page);
    }

    @Test
    void theWorkedExampleOfAnIdIsTrue() {
        var sale = new SaleId("sale-0001");
        var type = EventType.AMOUNT_CONFIRMED.typeName();
        var name = Stream.of("pos", "123456", sale.value(), type, "vend-1")
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());

        assertThat(new EventsPage().text())
                .contains("\n" + name + "\n")
                .contains("`" + Ids.pointOfSale(new Msn("123456"), sale, type, "vend-1") + "`");
    }
}
