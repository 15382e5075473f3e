package dev.kvitt.local.stack;

import dev.kvitt.local.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * The secrets of one stack, a file each, readable by their owner only. They are kept as long as the data folder: the
 * databases hold values sealed with them.
 *
 * @param folder where the files are
 */
public record Secrets(Path folder) {

    /** 32 random bytes in Base64; made once. */
    public String key(String name) {
        return existingOr(name, Passwords::randomKey);
    }

    /** A random password; made once. */
    public String password(String name) {
        return existingOr(name, Passwords::random);
    }

    /** A new random value on every start. */
    public String renew(String name) {
        String value = Passwords.random();
        write(name, value);
        return value;
    }

    /** Where a secret is, for a service that reads it from its file. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** What is made once and then kept. */
    String kept(String name, Supplier<String> fresh) {
        return existingOr(name, fresh);
    }

    private String existingOr(String name, Supplier<String> fresh) {
        try {
            if (Files.exists(file(name))) {
                return Files.readString(file(name)).strip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Secret " + name + " cannot be read", e);
        }
        String value = fresh.get();
        write(name, value);
        return value;
    }

    /** Written beside and renamed: a kill in the middle never leaves half a key. */
    private void write(String name, String value) {
        try {
            Path beside = Files.createTempFile(
                    folder,
                    "new",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, value);
            Files.move(beside, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Secret " + name + " cannot be written", e);
        }
    }
}
