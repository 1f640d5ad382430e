// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.util.Locale;

/**
 * A line of a credentials file: its text, its ending as it stands there (empty at the end of the file), and what it is.
 *
 * @param name of a header what stands in its brackets, of a property its key in lower case, otherwise empty
 */
record IniLine(String text, String ending, Kind kind, String name) {
    /** What a line is to AWS's tools. */
    enum Kind {
        /** A section begins. */
        HEADER,
        /** A key, a delimiter, and where a value begins. */
        PROPERTY,
        /** A property's value goes on. */
        CONTINUATION,
        /** A blank line, a comment, or what no tool can read. */
        OTHER
    }

    static IniLine property(String indent, String key, String value, String ending) {
        return new IniLine(indent + key + " = " + value, ending, Kind.PROPERTY, key);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Returns whether this is a comment to Python and, by its indentation, more of the value before it to the SDK for Java. */
    boolean isIndentedComment() {
        return kind == Kind.OTHER && !isBlank() && !indent().isEmpty();
    }

    boolean isProperty(String key) {
        return kind == Kind.PROPERTY && name.equals(key.toLowerCase(Locale.ROOT));
    }

    /** Returns the white space before the text. */
    String indent() {
        return text.substring(0, IniReader.indent(text));
    }

    IniLine withEnding(String other) {
        return new IniLine(text, other, kind, name);
    }

    /** Returns the line with another value, everything before the value kept that all tools can read. */
    IniLine withValue(String value) {
        int delimiter = IniReader.delimiter(text);
        if (text.charAt(delimiter) != '=') {
            return property(indent(), name, value, ending);
        }
        String key = text.substring(indent().length(), delimiter);
        String before = key.substring(key.stripTrailing().length());
        String after = text.substring(delimiter + 1);
        String space = after.substring(0, after.length() - after.stripLeading().length());
        return new IniLine(indent() + name + before + "=" + space + value, ending, kind, name);
    }

    /** Returns what the line is, and not what it holds, which may be secret. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
