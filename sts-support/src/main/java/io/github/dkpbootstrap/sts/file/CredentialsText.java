// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.ProfileRefusedException;
import io.github.dkpbootstrap.sts.file.IniLine.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bytes of a credentials file, each of which stands for itself, whatever the encoding of names and comments. */
final class CredentialsText {
    private static final List<String> MARKS = List.of("\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF");

    private final Path file;
    private final List<IniLine> lines;
    private final ProfileSections sections;

    CredentialsText(Path file, byte[] content) {
        this.file = file;
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (MARKS.stream().anyMatch(text::startsWith)) {
            throw new ProfileRefusedException(
                    file + " begins with a byte order mark, at which the AWS CLI and the SDKs fail:"
                            + " save it as UTF-8 without one");
        }
        lines = IniReader.read(text);
        sections = new ProfileSections(file, lines);
    }

    Optional<byte[]> with(String profile, Map<String, String> properties) {
        sections.refuseOtherSources(profile);
        Optional<IniSection> section = sections.find(profile);
        section.ifPresent(sections::refuseIndentedComments);
        return Optional.of(
                bytes(section.isPresent() ? edited(section.get(), properties) : appended(profile, properties)));
    }

    Optional<byte[]> without(String profile) {
        Optional<IniSection> section = sections.find(profile).filter(found -> ProfileRemoval.concerns(found.in(lines)));
        section.ifPresent(sections::refuseIndentedComments);
        return section.map(found -> bytes(ProfileRemoval.apply(lines, found)));
    }

    private List<IniLine> edited(IniSection section, Map<String, String> properties) {
        List<IniLine> all = new ArrayList<>(lines.subList(0, section.from()));
        all.addAll(ProfileEdit.apply(section.in(lines), properties, newLine()));
        all.addAll(lines.subList(section.to(), lines.size()));
        return all;
    }

    private List<IniLine> appended(String profile, Map<String, String> properties) {
        List<IniLine> all = new ArrayList<>(lines);
        String newLine = newLine();
        if (!all.isEmpty()) {
            IniLine last = all.remove(all.size() - 1);
            all.add(last.ending().isEmpty() ? last.withEnding(newLine) : last);
            if (!last.isBlank()) {
                all.add(new IniLine("", newLine, Kind.OTHER, ""));
            }
        }
        all.add(new IniLine("[" + profile + "]", newLine, Kind.HEADER, profile));
        properties.forEach((key, value) -> all.add(IniLine.property("", key, value, newLine)));
        return all;
    }

    /** Returns how lines end here: as the last one does that has an ending, or LF in a new file. */
    private String newLine() {
        String found = "\n";
        for (IniLine line : lines) {
            found = line.ending().isEmpty() ? found : line.ending();
        }
        return found;
    }

    private byte[] bytes(List<IniLine> edited) {
        StringBuilder text = new StringBuilder();
        edited.forEach(line -> text.append(line.text()).append(line.ending()));
        refuseOtherMeaning(edited, IniReader.read(text.toString()));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An indented line that follows another one than before may become a part of that one's value, even a header. */
    private void refuseOtherMeaning(List<IniLine> edited, List<IniLine> read) {
        for (int i = 0; i < edited.size(); i++) {
            IniLine line = edited.get(i);
            if (i >= read.size() || !read.get(i).equals(line)) {
                throw new ProfileRefusedException(
                        "In %s, line %d is indented or ends so that, with the profile changed before it, it would mean something else. Let it begin at the start of its line"
                                .formatted(file, lines.indexOf(line) + 1));
            }
        }
    }

    /** Returns the file and the number of its lines; what they hold may be secret. */
    @Override
    public String toString() {
        return file + ", " + lines.size() + " lines";
    }
}
