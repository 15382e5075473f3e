package dev.kvitt.sandbox.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every {@link Covers} in this module's tests. */
record Coverage(SortedMap<Point, SortedSet<String>> tests, List<String> notTests) {

    private static final String CLASS = ".class";

    static Coverage read() {
        Coverage coverage = new Coverage(new TreeMap<>(), new ArrayList<>());
        Path root = testClasses();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('/', '.').replace('\\', '.'))
                    .filter(name -> name.endsWith(CLASS) && !name.contains("-info"))
                    .map(name -> load(name.substring(0, name.length() - CLASS.length())))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .forEach(coverage::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coverage;
    }

    private void add(Method method) {
        List<Point> covered = Stream.concat(
                        Arrays.stream(method.getAnnotationsByType(Covers.class)).flatMap(Coverage::points),
                        Arrays.stream(method.getAnnotationsByType(CoversEach.class))
                                .flatMap(Coverage::points))
                .toList();
        String test = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        if (!covered.isEmpty() && !AnnotationSupport.isAnnotated(method, Testable.class)) {
            notTests.add(test);
        }
        covered.forEach(
                point -> tests.computeIfAbsent(point, key -> new TreeSet<>()).add(test));
    }

    private static Stream<Point> points(CoversEach covers) {
        return Documented.operationsWith(covers.status()).map(operation -> Point.status(operation, covers.status()));
    }

    private static Stream<Point> points(Covers covers) {
        ApiOperation operation = covers.operation();
        return Stream.of(
                        IntStream.of(covers.statuses()).mapToObj(status -> Point.status(operation, status)),
                        IntStream.of(covers.codes()).mapToObj(code -> Point.code(operation, code)),
                        Stream.of(covers.rules()).map(rule -> Point.rule(operation, rule)))
                .flatMap(points -> points);
    }

    private static Path testClasses() {
        try {
            return Path.of(Coverage.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Coverage.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
