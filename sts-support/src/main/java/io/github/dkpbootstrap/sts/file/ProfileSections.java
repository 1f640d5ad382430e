// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.ProfileRefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the one section that every tool takes for the profile, and refuses what the tools read in different ways. */
final class ProfileSections {
    private static final String DEFAULTS = "DEFAULT";

    private final Path file;
    private final List<IniLine> lines;

    ProfileSections(Path file, List<IniLine> lines) {
        this.file = file;
        this.lines = lines;
    }

    Optional<IniSection> find(String profile) {
        List<IniSection> found = IniSection.of(lines).stream()
                .filter(section -> section.mayBe(profile))
                .collect(Collectors.toList());
        if (found.size() > 1) {
            throw refused("lines " + found.stream().map(s -> "" + s.line()).collect(Collectors.joining(" and "))
                    + " both begin the profile '" + profile
                    + "': the AWS CLI refuses such a file, and SDKs mix the two."
                    + " Make one of them");
        }
        found.stream().filter(section -> !section.name().equals(profile)).forEach(section -> {
            throw refused("line " + section.line() + " begins the profile '" + profile
                    + "' for the SDK for Java, and another" + " one for the AWS CLI. Write it [" + profile + "]");
        });
        found.stream().filter(this::isIndented).forEach(section -> {
            throw refused("line " + section.line() + " begins the profile '" + profile
                    + "' with white space before it, where the SDK for Java finds no profile."
                    + " Let it begin at the start of its line");
        });
        return found.stream().findFirst();
    }

    private boolean isIndented(IniSection section) {
        return !lines.get(section.from()).indent().isEmpty();
    }

    /** Refuses a profile that names another source of credentials, by itself or by what the AWS CLI adds to it. */
    void refuseOtherSources(String profile) {
        for (IniSection section : IniSection.of(lines)) {
            boolean defaults = section.name().equals(DEFAULTS);
            if (defaults || section.name().equals(profile)) {
                section.in(lines).stream()
                        .filter(line -> line.kind() == IniLine.Kind.PROPERTY)
                        .map(IniLine::name)
                        .filter(key -> ProfileKeys.outranks(key) || (defaults && ProfileKeys.CREDENTIALS.contains(key)))
                        .findFirst()
                        .ifPresent(key -> {
                            throw otherSource(section, key, profile);
                        });
            }
        }
    }

    /**
     * Refuses a comment that is indented and follows a key of ours: the SDK for Java takes it for a part of the key's value,
     * and without the key for a part of another value, or reads nothing of the file.
     */
    void refuseIndentedComments(IniSection section) {
        boolean ours = false;
        for (int i = section.from() + 1; i < section.to(); i++) {
            IniLine line = lines.get(i);
            if (line.kind() == IniLine.Kind.PROPERTY) {
                ours = ProfileKeys.isOurs(line.name());
            } else if (ours && line.isIndentedComment()) {
                throw refused(
                        "line " + (i + 1) + " is an indented comment, which the SDK for Java takes for a part of the"
                                + " value before it. Let it begin at the start of its line");
            }
        }
    }

    private ProfileRefusedException otherSource(IniSection section, String key, String profile) {
        return refused("the section [" + section.name() + "] at line " + section.line() + " has the key '" + key
                + "', by which a tool would take other credentials than the keys of the profile '" + profile
                + "'. Remove it, or take another profile");
    }

    private ProfileRefusedException refused(String why) {
        return new ProfileRefusedException("In " + file + ", " + why);
    }
}
