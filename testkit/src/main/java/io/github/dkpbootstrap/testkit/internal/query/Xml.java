// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the XML of an answer. Not thread-safe. */
public final class Xml {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** Writes an element with text. */
    public Xml element(String name, String value) {
        text.append('<').append(name).append('>');
        escape(value);
        text.append("</").append(name).append('>');
        return this;
    }

    /** Writes an element with text, if there is one. */
    public Xml element(String name, Optional<String> value) {
        value.ifPresent(present -> element(name, present));
        return this;
    }

    /** Writes an element with a time. */
    public Xml time(String name, Instant time) {
        return element(name, timestamp(time));
    }

    /** Writes an element with what {@code content} writes. */
    public Xml nested(String name, Consumer<Xml> content) {
        return open(name, "", content);
    }

    /** Writes an element of a namespace with what {@code content} writes. */
    public Xml root(String name, String namespace, Consumer<Xml> content) {
        return open(name, " xmlns=\"" + namespace + '"', content);
    }

    /** Writes a list: an element {@code member} for each item. */
    public <T> Xml list(String name, Collection<T> items, BiConsumer<Xml, T> content) {
        return nested(
                name, list -> items.forEach(item -> list.nested("member", member -> content.accept(member, item))));
    }

    /** Writes a list of texts. */
    public Xml list(String name, Collection<String> items) {
        return nested(name, list -> items.forEach(item -> list.element("member", item)));
    }

    /** Returns a time as AWS writes it, to the millisecond. */
    public static String timestamp(Instant time) {
        return TIMESTAMP.format(time);
    }

    /** Returns the XML. */
    @Override
    public String toString() {
        return text.toString();
    }

    private Xml open(String name, String attributes, Consumer<Xml> content) {
        text.append('<').append(name).append(attributes).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    private void escape(String value) {
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            String reference = switch (value.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\r' -> "&#xD;";
                default -> "";
            };
            if (!reference.isEmpty()) {
                text.append(value, written, i).append(reference);
                written = i + 1;
            }
        }
        text.append(value, written, value.length());
    }
}
