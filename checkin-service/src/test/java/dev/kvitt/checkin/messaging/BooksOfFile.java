package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.CodeBook;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.registry.Registry;
import java.sql.Connection;
import java.util.List;

/** Only the registry file's codes. */
record BooksOfFile(Registry registry) implements CodeBooks {

    @Override
    public CodeBook now() {
        return CodeBook.of(registry, List.of());
    }

    @Override
    public CodeBook latest() {
        return now();
    }

    @Override
    public CodeBook exactly(Connection connection) {
        return now();
    }
}
