package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.Leftovers;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.StackDefinition;
import dev.kvitt.local.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the launcher was called.
 *
 * @param home the project's root folder
 * @param environment variables that name another data folder or other ports
 * @param definition the stack to start
 * @param examples what {@code up} starts with it unless told otherwise
 * @param mainClass runs the launcher, for one that goes on in the background
 */
public record Site(
        Path home,
        Map<String, String> environment,
        StackDefinition definition,
        List<StackService> examples,
        Class<?> mainClass) {

    /** System property with the project's root folder. */
    public static final String HOME = "kvitt.home";

    /** Another data folder than {@code .kvitt} in the project's root. */
    public static final String DATA = "KVITT_DATA";

    /** Another range of ports than the one that begins at {@link Ports#DEFAULT_BASE}. */
    public static final String PORT_BASE = "KVITT_PORT_BASE";

    /** The call from the command line. */
    public static Site ofProcess(StackDefinition definition, List<StackService> examples, Class<?> mainClass) {
        Path home = Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
        return new Site(home, System.getenv(), definition, examples, mainClass);
    }

    /** The data folder of {@code up}, made or not. */
    public DataFolder dataFolder() {
        String configured = environment.get(DATA);
        Path root = configured == null || configured.isBlank() ? home.resolve(".kvitt") : Path.of(configured);
        return new DataFolder(root.toAbsolutePath().normalize());
    }

    /** That of the stack that runs: the usual one, or one that a demo was told to keep. */
    public DataFolder currentDataFolder() {
        return Stream.concat(Stream.of(dataFolder()), PrivateFolders.withoutLauncher(home).stream())
                .filter(folder -> !Leftovers.running(folder).isEmpty())
                .findFirst()
                .orElse(dataFolder());
    }

    /** The ports to use: as told on the command line, or by the environment, or the usual ones. */
    public Ports ports(Integer option, StackDefinition wanted) {
        return Ports.fromBase(option != null ? option : configuredBase(), wanted.services());
    }

    private int configuredBase() {
        String configured = environment.get(PORT_BASE);
        if (configured == null || configured.isBlank()) {
            return Ports.DEFAULT_BASE;
        }
        try {
            return Integer.parseInt(configured.strip());
        } catch (NumberFormatException e) {
            throw new LauncherException(PORT_BASE + " must be a number, for example 7500.", e);
        }
    }

    @Override
    public String toString() {
        return "Site[" + home + "]";
    }
}
