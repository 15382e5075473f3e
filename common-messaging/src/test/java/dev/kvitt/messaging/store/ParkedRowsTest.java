package dev.kvitt.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.ParkedRows.ParkedEntity;
import dev.kvitt.messaging.store.ParkedRows.WaitingMessage;
import dev.kvitt.messaging.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is parked, page by page. */
class ParkedRowsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    /** operations-service merges the pages of all services in the order of Java; a database of people's words has another. */
    @Test
    void each_parked_sale_is_on_one_page_whatever_the_order_of_the_database() {
        database.execute("alter table parked alter column key type text collate \"en-US-x-icu\"");
        var keys = List.of(
                "123456/B-1",
                "123456/Z_9",
                "123456/_x",
                "123456/a-1",
                "123456/a.1",
                "123456/a1",
                "123456/b-1",
                "99999/a");
        keys.forEach(key -> park(key, 1));
        assertThat(database.column("select key from parked order by key"))
                .as("the order of this database")
                .isNotEqualTo(keys);

        for (var limit = 1; limit <= 3; limit++) {
            assertThat(pages(limit)).as("%d a page", limit).isEqualTo(keys);
        }
    }

    @Test
    void what_waits_for_one_sale_is_told_page_by_page_and_how_much_it_is() {
        park("123456/a", 5);
        park("123456/b", 2);

        var first = messages("123456/a", 0, 3);
        assertThat(first.waiting()).isEqualTo(5);
        assertThat(offsets(first)).containsExactly(0L, 1L, 2L);
        var rest = messages("123456/a", first.last(), 3);
        assertThat(rest.waiting()).isEqualTo(5);
        assertThat(offsets(rest)).containsExactly(3L, 4L);
        assertThat(rest.last()).isNull();
        assertThat(messages("123456/b", 0, 2).last()).isNull();
        assertThat(messages("123456/c", 0, 2).waiting()).isZero();
    }

    private List<String> pages(int limit) {
        var all = new ArrayList<String>();
        var page = entities("", limit);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.key()));
            page = entities(all.getLast(), limit);
        }
        return all;
    }

    private List<ParkedEntity> entities(String after, int limit) {
        return database.transactions().run(connection -> ParkedRows.entities(connection, after, limit));
    }

    private ParkedRows.WaitingMessages messages(String key, long after, int limit) {
        return database.transactions().run(connection -> ParkedRows.messages(connection, key, after, limit));
    }

    private static List<Long> offsets(ParkedRows.WaitingMessages messages) {
        return messages.items().stream().map(WaitingMessage::offset).toList();
    }

    private void park(String key, int messages) {
        LongStream.range(0, messages)
                .forEach(offset -> database.execute(
                        """
                        insert into parked (key, event_id, topic, partition, "offset", headers, value, reason, parked_at)
                        values ('%s', gen_random_uuid(), 'pos.sales', 0, %d, '{}', null, 'a bug', now())"""
                                .formatted(key, offset)));
    }
}
