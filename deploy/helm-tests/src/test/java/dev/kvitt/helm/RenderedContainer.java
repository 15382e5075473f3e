package dev.kvitt.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A rendered pod's container as a {@code docker run}: the same image, user, rights, limits, files and variables. */
final class RenderedContainer {

    private final Pod pod;
    private final Path folder;
    private final BiFunction<String, String, String> secrets;

    /**
     * @param folder where the files of Secrets and ConfigMaps are put
     * @param secrets what stands under a name and a key in a Secret or ConfigMap
     */
    RenderedContainer(Pod pod, Path folder, BiFunction<String, String, String> secrets) {
        this.pod = pod;
        this.folder = folder;
        this.secrets = secrets;
    }

    private Map<String, Object> container() {
        return pod.containers().getFirst();
    }

    List<String> arguments(String network) throws IOException {
        var arguments =
                new ArrayList<>(List.of("run", "--detach", "--network", network, "--publish", "127.0.0.1::8080"));
        rights(arguments);
        limits(arguments);
        variables(arguments);
        for (var mount : Manifest.list(container().get("volumeMounts"))) {
            mount(arguments, mount);
        }
        arguments.add((String) container().get("image"));
        return arguments;
    }

    private void rights(List<String> arguments) {
        var user = Values.map(pod.spec().get("securityContext"));
        arguments.addAll(List.of("--user", user.get("runAsUser") + ":" + user.get("runAsGroup")));
        var own = Values.map(container().get("securityContext"));
        if (Boolean.TRUE.equals(own.get("readOnlyRootFilesystem"))) {
            arguments.add("--read-only");
        }
        if (Boolean.FALSE.equals(own.get("allowPrivilegeEscalation"))) {
            arguments.addAll(List.of("--security-opt", "no-new-privileges"));
        }
        for (var capability : (List<?>) Manifest.at(own, "capabilities", "drop")) {
            arguments.addAll(List.of("--cap-drop", (String) capability));
        }
    }

    private void limits(List<String> arguments) {
        var limits = Values.map(Manifest.at(container(), "resources", "limits"));
        var cpu = (String) limits.get("cpu");
        arguments.addAll(List.of("--memory", bytes((String) limits.get("memory"))));
        arguments.addAll(List.of("--cpus", cpu.endsWith("m") ? "0." + cpu.replace("m", "") : cpu));
    }

    private static String bytes(String quantity) {
        return quantity.replace("Mi", "m").replace("Gi", "g");
    }

    private void variables(List<String> arguments) {
        for (var variable : pod.variables()) {
            var reference = Manifest.at(variable, "valueFrom", "secretKeyRef");
            var value = reference == null ? (String) variable.get("value") : secret(reference);
            arguments.addAll(List.of("--env", variable.get("name") + "=" + value));
        }
    }

    private String secret(Object reference) {
        return secrets.apply((String) Manifest.at(reference, "name"), (String) Manifest.at(reference, "key"));
    }

    private void mount(List<String> arguments, Map<String, Object> mount) throws IOException {
        var path = (String) mount.get("mountPath");
        var volume = Manifest.list(pod.spec().get("volumes")).stream()
                .filter(each -> each.get("name").equals(mount.get("name")))
                .findFirst()
                .orElseThrow();
        if (volume.containsKey("emptyDir")) {
            var size = bytes((String) Manifest.at(volume, "emptyDir", "sizeLimit"));
            arguments.addAll(List.of("--tmpfs", path + ":exec,size=" + size));
            return;
        }
        arguments.addAll(List.of("--volume", files(volume) + ":" + path + ":ro"));
    }

    private Path files(Map<String, Object> volume) throws IOException {
        var target = Files.createDirectories(folder.resolve((String) volume.get("name")));
        write(target, (String) Manifest.at(volume, "configMap", "name"), volume.get("configMap"));
        write(target, (String) Manifest.at(volume, "secret", "secretName"), volume.get("secret"));
        for (var source : Manifest.list(Manifest.at(volume, "projected", "sources"))) {
            write(target, (String) Manifest.at(source, "secret", "name"), source.get("secret"));
        }
        return target.toAbsolutePath();
    }

    /** Without items every key is a file: {@code secrets} is then asked for the key {@code *}, one {@code key=value} a line. */
    private void write(Path target, String name, Object source) throws IOException {
        if (source == null) {
            return;
        }
        var items = Manifest.list(Manifest.at(source, "items"));
        for (var item : items) {
            Files.writeString(target.resolve((String) item.get("path")), secrets.apply(name, (String) item.get("key")));
        }
        if (items.isEmpty()) {
            for (var line : secrets.apply(name, "*").lines().toList()) {
                var at = line.indexOf('=');
                Files.writeString(target.resolve(line.substring(0, at)), line.substring(at + 1));
            }
        }
    }
}
