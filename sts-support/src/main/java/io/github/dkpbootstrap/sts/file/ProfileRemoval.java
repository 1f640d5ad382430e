// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.file.IniLine.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes credentials out of a section, and the whole section out of the file where it holds nothing else. */
final class ProfileRemoval {
    private ProfileRemoval() {}

    /** Returns whether the section has anything to take out. */
    static boolean concerns(List<IniLine> section) {
        return section.stream().anyMatch(ProfileRemoval::isCredential);
    }

    static List<IniLine> apply(List<IniLine> lines, IniSection section) {
        List<IniLine> inside = section.in(lines);
        List<IniLine> before = new ArrayList<>(lines.subList(0, section.from()));
        List<IniLine> after = lines.subList(section.to(), lines.size());
        if (!holdsOurs(inside)) {
            before.addAll(rest(inside));
        } else if (after.isEmpty()
                && !before.isEmpty()
                && before.get(before.size() - 1).isBlank()) {
            before.remove(before.size() - 1); // the blank line that parted it from the section before
        }
        before.addAll(after);
        return before;
    }

    private static boolean holdsOurs(List<IniLine> section) {
        return section.stream()
                .skip(1)
                .allMatch(line -> line.isBlank()
                        || line.kind() == Kind.CONTINUATION
                        || line.isProperty(ProfileKeys.REGION)
                        || isCredential(line));
    }

    private static List<IniLine> rest(List<IniLine> section) {
        List<IniLine> kept = new ArrayList<>();
        boolean credential = false;
        for (IniLine line : section) {
            if (line.kind() == Kind.PROPERTY || line.kind() == Kind.HEADER) {
                credential = isCredential(line);
            }
            if (line.kind() == Kind.OTHER || !credential) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean isCredential(IniLine line) {
        return line.kind() == Kind.PROPERTY && ProfileKeys.CREDENTIALS.contains(line.name());
    }
}
