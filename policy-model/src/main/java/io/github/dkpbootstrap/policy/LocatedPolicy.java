// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document that was read from a text, and where its parts stand in it: what an editor needs to point to them. Immutable
 * and thread-safe. Kept apart from {@link PolicyDocument}, whose equality knows no text.
 */
public final class LocatedPolicy {
    private final PolicyDocument document;
    private final Map<String, TextSpan> spans;

    private LocatedPolicy(PolicyDocument document, Map<String, TextSpan> spans) {
        this.document = document;
        this.spans = spans;
    }

    /**
     * Reads a document as {@link PolicyDocument#parse(String)} does.
     *
     * @throws PolicySyntaxException in the same cases
     */
    public static LocatedPolicy parse(String json) {
        LocatedJson tree = JsonReader.read(json);
        return new LocatedPolicy(PolicyReader.read(tree), JsonPaths.spans(tree));
    }

    /** Returns the document. */
    public PolicyDocument document() {
        return document;
    }

    /** Returns the paths of all values of the text, such as {@code $.Statement[2].Action[3]}, in its order. */
    public List<String> paths() {
        return List.copyOf(spans.keySet());
    }

    /** Returns where the value of a path stands; nothing for a path that the text does not have. */
    public Optional<TextSpan> span(String path) {
        return Optional.ofNullable(spans.get(path));
    }

    /** Returns the paths of all values of a document in the order in which it is written. */
    public static List<String> pathsOf(PolicyDocument document) {
        return List.copyOf(JsonPaths.of(document.toJsonValue()).keySet());
    }
}
