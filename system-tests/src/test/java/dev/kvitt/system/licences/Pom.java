package dev.kvitt.system.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a library says about itself, as Maven has downloaded it. */
record Pom(Path repository, Element project) {

    static Pom read(Path repository, Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            try (var in = Files.newInputStream(file)) {
                return new Pom(
                        repository, factory.newDocumentBuilder().parse(in).getDocumentElement());
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    /** The names of its licences, one of which is enough; its parent's where it names none. */
    List<String> licences() throws IOException {
        var names = new ArrayList<String>();
        child(project, "licenses").ifPresent(licences -> {
            for (var licence : children(licences, "license")) {
                child(licence, "name").or(() -> child(licence, "url")).ifPresent(name -> names.add(text(name)));
            }
        });
        var parent = child(project, "parent");
        return names.isEmpty() && parent.isPresent() ? parent(parent.get()).licences() : names;
    }

    private Pom parent(Element parent) throws IOException {
        var artifact = text(child(parent, "artifactId").orElseThrow());
        var version = text(child(parent, "version").orElseThrow());
        var group = text(child(parent, "groupId").orElseThrow()).replace('.', '/');
        return read(
                repository,
                repository
                        .resolve(group)
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + ".pom"));
    }

    private static Optional<Element> child(Element of, String name) {
        return children(of, name).stream().findFirst();
    }

    private static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
