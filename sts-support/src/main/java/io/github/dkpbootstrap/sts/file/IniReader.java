// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.file.IniLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a credentials file apart as the AWS CLI and boto3 do, by Python's rules: a line that is indented deeper than the
 * property before it belongs to that property's value, blank lines and comments between or not. For lines that start
 * where they should, the SDK for Java comes to the same.
 */
final class IniReader {
    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|\\z)");

    private final List<IniLine> lines = new ArrayList<>();
    private int level;
    private boolean inProperty;
    private boolean inSection;

    private IniReader() {}

    /** Returns the lines; their texts and endings, one after the other, are the content. */
    static List<IniLine> read(String content) {
        IniReader reader = new IniReader();
        Matcher line = LINE.matcher(content);
        while (line.find() && line.end() > line.start()) {
            reader.add(line.group(1), line.group(2));
        }
        return reader.lines;
    }

    /** Returns how many characters of white space the text starts with. */
    static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** Returns where the first delimiter stands, or -1. */
    static int delimiter(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private void add(String text, String ending) {
        String content = text.strip();
        if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
            lines.add(new IniLine(text, ending, Kind.OTHER, ""));
        } else if (inProperty && indent(text) > level) {
            lines.add(new IniLine(text, ending, Kind.CONTINUATION, ""));
        } else {
            level = indent(text);
            lines.add(start(text, content, ending));
        }
    }

    private IniLine start(String text, String content, String ending) {
        int close = content.lastIndexOf(']');
        if (content.startsWith("[") && close > 1) {
            inProperty = false;
            inSection = true;
            return new IniLine(text, ending, Kind.HEADER, content.substring(1, close));
        }
        int delimiter = delimiter(content);
        if (!inSection || delimiter < 1) {
            return new IniLine(text, ending, Kind.OTHER, "");
        }
        inProperty = true;
        String key = content.substring(0, delimiter).strip().toLowerCase(Locale.ROOT);
        return new IniLine(text, ending, Kind.PROPERTY, key);
    }
}
