package dev.kvitt.system.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser's program on this machine. None is ever downloaded. */
final class Chromium {

    static final String MISSING =
            "No Chromium was found, so nothing was looked at in a browser: install one (Debian: apt-get"
                    + " install chromium) or name its program with -Dbrowser.chromium=/path/to/chromium";

    /** As root it has no sandbox of its own; the rest keeps it from calling its makers. */
    static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** The property {@code browser.chromium}, or the first on the path. */
    static Optional<Path> find() {
        return Optional.ofNullable(System.getProperty("browser.chromium"))
                .map(Path::of)
                .or(Chromium::onPath);
    }

    private static Optional<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> folders(path).map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders(String path) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
