package dev.kvitt.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A point of sale's own memory: one small file, replaced as a whole and forced to disk before anything is sent. */
final class SaleFile {

    private final ObjectMapper json;
    private final Path file;

    SaleFile(ObjectMapper json, Path folder, String name) {
        this.json = json;
        this.file = folder.resolve(name + ".json");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The shop cannot write down what it is about to sell: " + folder, e);
        }
    }

    Optional<Sale> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(json.readValue(Files.readAllBytes(file), Sale.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read. Ask Kvitt about the sale in it before you delete it.", e);
        }
    }

    void write(Sale sale) {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(json.writeValueAsBytes(sale));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing was sent: " + file + " cannot be written", e);
        }
    }
}
