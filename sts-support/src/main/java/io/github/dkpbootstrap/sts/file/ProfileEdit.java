// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.file.IniLine.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes keys into a section. A key keeps its place, its indentation and the space around its delimiter; what comes new
 * stands after the last property; a key that is there twice loses the second, which the AWS CLI would refuse.
 */
final class ProfileEdit {
    private final Map<String, String> missing;
    private final String newLine;
    private final List<IniLine> edited = new ArrayList<>();
    private boolean ours;
    private int afterLast;
    private String indent = "";

    private ProfileEdit(Map<String, String> properties, String newLine) {
        missing = new LinkedHashMap<>(properties);
        this.newLine = newLine;
    }

    /** Returns the lines of the section with these properties, and without others that hold credentials. */
    static List<IniLine> apply(List<IniLine> section, Map<String, String> properties, String newLine) {
        ProfileEdit edit = new ProfileEdit(properties, newLine);
        section.forEach(line -> edit.add(line, properties));
        edit.insertMissing();
        return edit.edited;
    }

    private void add(IniLine line, Map<String, String> properties) {
        if (line.kind() == Kind.CONTINUATION) {
            if (!ours) {
                keepAsLast(line);
            }
        } else if (line.kind() == Kind.OTHER) {
            edited.add(line);
            if (line.isIndentedComment()) {
                afterLast = edited.size(); // the SDK for Java would add it to what is put before it
            }
        } else if (line.kind() == Kind.HEADER) {
            keepAsLast(line);
        } else {
            addProperty(line, properties);
        }
    }

    private void addProperty(IniLine line, Map<String, String> properties) {
        ours = properties.containsKey(line.name()) || ProfileKeys.CREDENTIALS.contains(line.name());
        String value = missing.remove(line.name());
        if (value != null) {
            keepAsLast(line.withValue(value));
        } else if (!ours) {
            keepAsLast(line);
        }
    }

    private void keepAsLast(IniLine line) {
        edited.add(line);
        afterLast = edited.size();
        if (line.kind() == Kind.PROPERTY) {
            indent = line.indent();
        }
    }

    private void insertMissing() {
        for (Map.Entry<String, String> property : missing.entrySet()) {
            IniLine before = edited.get(afterLast - 1);
            // The last line of a file may lack its ending: then so does what is now the last.
            IniLine line = IniLine.property(
                    indent,
                    property.getKey(),
                    property.getValue(),
                    before.ending().isEmpty() ? "" : newLine);
            edited.set(afterLast - 1, before.ending().isEmpty() ? before.withEnding(newLine) : before);
            edited.add(afterLast, line);
            afterLast++;
        }
    }
}
