package dev.kvitt.payment.planted;

import dev.kvitt.local.planted.Compiled;
import dev.kvitt.local.planted.PlantedBug;
import dev.kvitt.local.planted.Sources;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The saga with a planted bug, and the simulation that runs it: both in a class loader of their own. */
final class Domain {

    private static final Path SOURCES = Path.of("src/main/java/dev/kvitt/payment/domain");
    private static final List<String> OWN = List.of("dev.kvitt.payment.domain.", "dev.kvitt.payment.simulation.");

    private final Class<?> hunt;

    private Domain(Map<String, byte[]> classes) {
        try {
            hunt = new Own(classes).loadClass("dev.kvitt.payment.simulation.Hunt");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> sources() {
        return Sources.of(SOURCES);
    }

    static Domain with(PlantedBug bug) {
        return new Domain(Compiled.of(bug.plantedIn(sources())));
    }

    /** Sooner: the altered files alone. A constant that is altered stays as it was in the others. */
    static Domain quickly(PlantedBug bug) {
        return new Domain(Compiled.of(bug.alteredIn(sources())));
    }

    /** @see dev.kvitt.payment.simulation.Hunt#firstSeed */
    OptionalLong firstSeed(long seeds) {
        return (OptionalLong) asked("firstSeed", seeds);
    }

    /** @see dev.kvitt.payment.simulation.Hunt#isBroken */
    boolean isBroken(long seed) {
        return (boolean) asked("isBroken", seed);
    }

    /** @see dev.kvitt.payment.simulation.Hunt#story */
    List<String> story(long seed) {
        return ((List<?>) asked("story", seed)).stream().map(String.class::cast).toList();
    }

    private Object asked(String what, long number) {
        try {
            return hunt.getMethod(what, long.class).invoke(null, number);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Loads what is altered, and what links to it, itself; everything else is the test's. */
    private static final class Own extends ClassLoader {

        private final Map<String, byte[]> altered;

        Own(Map<String, byte[]> altered) {
            super(Own.class.getClassLoader());
            this.altered = altered;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (OWN.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                var bytes = altered.containsKey(name) ? altered.get(name) : asTested(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private byte[] asTested(String name) throws ClassNotFoundException {
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
