// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.engine.Template.Fixed;
import io.github.dkpbootstrap.policy.engine.Template.Part;
import io.github.dkpbootstrap.policy.engine.Template.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the written text of a policy into a {@link Template}: <code>${key}</code> or <code>${key, 'default'}</code>. What
 * only looks like a variable is plain text, as is every one in a document without variables. Not thread-safe.
 */
final class TemplateReader {
    private static final String SPECIAL = "*?$";
    private static final int MAX_KEY = 512;
    private static final int MAX_DEFAULT = 2048;
    private static final int MAX_SPACES = 8;

    private final String written;
    private final Wildcards wildcards;
    private final List<Part> parts = new ArrayList<>();
    private Symbols symbols = new Symbols();
    private int at;

    private TemplateReader(String written, Wildcards wildcards) {
        this.written = written;
        this.wildcards = wildcards;
    }

    static Template read(String written, Wildcards wildcards, VariableUse variables) {
        TemplateReader reader = new TemplateReader(written, wildcards);
        while (reader.at < written.length()) {
            if (variables == VariableUse.NONE || !reader.variable()) {
                reader.character();
            }
        }
        reader.endFixed();
        return new Template(reader.parts);
    }

    private void character() {
        int character = written.codePointAt(at);
        at += Character.charCount(character);
        boolean endsSegment = at == written.length() || written.charAt(at) == ':';
        symbols.add(wildcards.symbol(character, endsSegment));
    }

    private boolean variable() {
        if (!written.startsWith("${", at)) {
            return false;
        }
        int keyEnd = skip(at + 2, ",}", MAX_KEY);
        if (is('}', keyEnd)) {
            put(written.substring(at + 2, keyEnd).strip(), Optional.empty());
            at = keyEnd + 1;
            return true;
        }
        return is(',', keyEnd) && withDefault(keyEnd);
    }

    private boolean withDefault(int keyEnd) {
        int quote = spaces(keyEnd + 1);
        int textEnd = is('\'', quote) ? skip(quote + 1, "'", MAX_DEFAULT) : -1;
        int end = is('\'', textEnd) ? spaces(textEnd + 1) : -1;
        if (!is('}', end)) {
            return false;
        }
        String fallback = written.substring(quote + 1, textEnd);
        put(written.substring(at + 2, keyEnd).strip(), Optional.of(fallback));
        at = end + 1;
        return true;
    }

    private void put(String key, Optional<String> fallback) {
        if (key.length() == 1 && SPECIAL.contains(key)) {
            symbols.addText(key);
        } else {
            endFixed();
            parts.add(new Variable(new ContextKey(key), fallback));
        }
    }

    private void endFixed() {
        if (symbols.size() > 0) {
            parts.add(new Fixed(symbols.toArray()));
            symbols = new Symbols();
        }
    }

    private boolean is(char wanted, int index) {
        return index >= 0 && index < written.length() && written.charAt(index) == wanted;
    }

    /** Returns where the first of the stops is, or -1 if more than {@code limit} characters come before. */
    private int skip(int from, String stops, int limit) {
        int index = from;
        for (int count = 0; index < written.length() && stops.indexOf(written.charAt(index)) < 0; count++) {
            if (count == limit) {
                return -1;
            }
            index += Character.charCount(written.codePointAt(index));
        }
        return index;
    }

    private int spaces(int from) {
        int index = from;
        while (index < written.length()
                && index - from < MAX_SPACES
                && " \t\n\u000B\f\r".indexOf(written.charAt(index)) >= 0) {
            index++;
        }
        return index;
    }
}
