package dev.kvitt.system.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * A type that declares settings, as it stands in the source: only there are the comments that say what they mean.
 *
 * @param prefix of the whole, where it is a root
 * @param parent what it takes over from, by simple name; may be empty
 * @param methods of an interface
 * @param constants of an enum
 * @param inner types inside it, by simple name
 */
record Declared(
        String name,
        Optional<String> prefix,
        String parent,
        List<Method> methods,
        List<String> constants,
        Map<String, Declared> inner) {

    /** One method of an interface of settings. */
    record Method(String name, String type, Optional<String> standard, Optional<String> named, String doc) {}

    /** Every interface and enum at the top of these files, by simple name. */
    static Map<String, Declared> in(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var found = new LinkedHashMap<String, Declared>();
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                new Reading(unit, docs).types().forEach(type -> found.put(type.name(), type));
            }
            return found;
        }
    }

    /** What stands in one file. */
    private record Reading(CompilationUnitTree unit, DocTrees docs) {

        List<Declared> types() {
            var found = new ArrayList<Declared>();
            for (var type : unit.getTypeDecls()) {
                if (type instanceof ClassTree declaration) {
                    found.add(type(declaration));
                }
            }
            return found;
        }

        private Declared type(ClassTree type) {
            var methods = new ArrayList<Method>();
            var constants = new ArrayList<String>();
            var inner = new LinkedHashMap<String, Declared>();
            for (var member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getReturnType() != null && method.getBody() == null) {
                    methods.add(method(method));
                } else if (member instanceof ClassTree nested) {
                    inner.put(nested.getSimpleName().toString(), type(nested));
                } else if (type.getKind() == Tree.Kind.ENUM
                        && member instanceof VariableTree constant
                        && constant.getType()
                                .toString()
                                .equals(type.getSimpleName().toString())) {
                    constants.add(constant.getName().toString());
                }
            }
            return new Declared(
                    type.getSimpleName().toString(),
                    value(type.getModifiers().getAnnotations(), "ConfigMapping"),
                    type.getImplementsClause().stream()
                            .map(Tree::toString)
                            .findFirst()
                            .orElse(""),
                    methods,
                    constants,
                    inner);
        }

        private Method method(MethodTree method) {
            var annotations = method.getModifiers().getAnnotations();
            return new Method(
                    method.getName().toString(),
                    method.getReturnType().toString(),
                    value(annotations, "WithDefault"),
                    value(annotations, "WithName"),
                    comment(method));
        }

        private String comment(MethodTree wanted) {
            var paths = new ArrayList<TreePath>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    if (method == wanted) {
                        paths.add(getCurrentPath());
                    }
                    return null;
                }
            }.scan(unit, null);
            return paths.stream()
                    .map(docs::getDocCommentTree)
                    .filter(Objects::nonNull)
                    .map(DocCommentTree::getFullBody)
                    .map(Reading::plain)
                    .findFirst()
                    .orElse("");
        }

        private static String plain(List<?> body) {
            var text = new StringBuilder();
            body.forEach(text::append);
            return text.toString()
                    .replaceAll("\\{@(?:code|value) ([^}]*)}", "`$1`")
                    .replaceAll("\\{@link (?:[a-z0-9]+\\.)*([^}]*)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static Optional<String> value(List<? extends AnnotationTree> annotations, String name) {
            return annotations.stream()
                    .filter(annotation ->
                            annotation.getAnnotationType().toString().equals(name))
                    .flatMap(annotation -> annotation.getArguments().stream())
                    .map(argument -> argument instanceof AssignmentTree assignment
                            ? assignment.getExpression().toString()
                            : argument.toString())
                    .findFirst();
        }
    }
}
