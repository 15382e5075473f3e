package dev.kvitt.local.test;

import dev.kvitt.local.kafka.KafkaMain;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Picks from a test's class path what the broker needs, and leaves the rest of the service behind. */
final class BrokerFiles {

    private static final Pattern NEEDED =
            Pattern.compile("(kafka|scala-|jackson-|slf4j-api|slf4j-jdk14|log4j-|metrics-core"
                    + "|pcollections|HdrHistogram|hash4j|caffeine|argparse4j|commons-|snakeyaml|jopt-simple|jose4j|re2j|zstd-jni"
                    + "|snappy-java|lz4).*\\.jar");

    private BrokerFiles() {}

    /** Files by their names in the image: {@code lib/<jar>}, and {@code classes} where this module is not a jar. */
    static Map<String, Path> ofClassPath() {
        Map<String, Path> files = new HashMap<>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            Path file = Path.of(entry);
            if (NEEDED.matcher(file.getFileName().toString()).matches()) {
                files.put("lib/" + file.getFileName(), file);
            }
        }
        Path ours = ours();
        files.put(Files.isDirectory(ours) ? "classes" : "lib/" + ours.getFileName(), ours);
        return files;
    }

    private static Path ours() {
        try {
            return Path.of(KafkaMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Where this class came from is not a file", e);
        }
    }
}
