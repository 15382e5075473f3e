package dev.kvitt.local.planted;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A test.
 *
 * @param className with its package
 * @param run which of its runs, from 1, for a test with several; 0 for all
 */
public record TestName(String className, String method, int run) {

    private static final Pattern FORM = Pattern.compile("([\\w.]+)#(\\w+)(?:\\[(\\d+)])?");

    /** @param text {@code package.Class#method} or {@code package.Class#method[run]} */
    static TestName of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new AssertionError("not the name of a test: " + text);
        }
        return new TestName(
                parts.group(1), parts.group(2), parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
    }

    /**
     * The names of the types of its parameters, separated by commas.
     *
     * @throws AssertionError when there is no such test
     */
    String parameters() {
        return Arrays.stream(found().getParameterTypes()).map(Class::getName).collect(Collectors.joining(","));
    }

    /** Whether it is a {@code QuarkusTest}, or has an annotation that is. */
    boolean needsQuarkus() {
        return Arrays.stream(found().getDeclaringClass().getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(each -> isQuarkusTest(each)
                        || Arrays.stream(each.getAnnotations()).anyMatch(on -> isQuarkusTest(on.annotationType())));
    }

    private static boolean isQuarkusTest(Class<?> annotation) {
        return annotation.getSimpleName().equals("QuarkusTest");
    }

    private Method found() {
        try {
            return Arrays.stream(Class.forName(className, false, TestName.class.getClassLoader())
                            .getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no test " + this));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no test " + this, e);
        }
    }

    /** As on the page: the class, and what the test says in words. */
    String inWords() {
        return className.substring(className.lastIndexOf('.') + 1) + ": " + method.replace('_', ' ');
    }

    @Override
    public String toString() {
        return className + "#" + method + (run == 0 ? "" : "[" + run + "]");
    }
}
