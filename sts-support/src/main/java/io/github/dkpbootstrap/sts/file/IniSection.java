// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.file.IniLine.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A section of a credentials file.
 *
 * @param name what stands in the brackets
 * @param from where its header stands, counted from 0
 * @param to where the next section's header stands, or the end
 */
record IniSection(String name, int from, int to) {
    static List<IniSection> of(List<IniLine> lines) {
        List<IniSection> sections = new ArrayList<>();
        int end = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).kind() == Kind.HEADER) {
                sections.add(0, new IniSection(lines.get(i).name(), i, end));
                end = i;
            }
        }
        return List.copyOf(sections);
    }

    /** Returns the lines, header included. */
    List<IniLine> in(List<IniLine> lines) {
        return lines.subList(from, to);
    }

    /** Returns the line number of the header, counted from 1. */
    int line() {
        return from + 1;
    }

    /** Returns whether some tool takes this for the profile: the SDK for Java strips the name and ends it at a bracket. */
    boolean mayBe(String profile) {
        int close = name.indexOf(']');
        return name.equals(profile)
                || (close < 0 ? name : name.substring(0, close)).strip().equals(profile);
    }
}
