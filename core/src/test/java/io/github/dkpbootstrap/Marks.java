// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets that may show nowhere, each with a name by which a finding can speak of it. Thread-safe. */
final class Marks {
    private final Map<String, Predicate<String>> marks = new ConcurrentHashMap<>();

    void add(String name, String secret) {
        if (marks.putIfAbsent(name + " " + marks.size(), finder(secret)) != null) {
            throw new AssertionError("two marks of one name");
        }
    }

    int count() {
        return marks.size();
    }

    /** Returns the names of the secrets that the text shows, in whatever writing. */
    List<String> in(String text) {
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().test(text))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Six digits by themselves alone: times and ids hold others. */
    private static Predicate<String> finder(String secret) {
        if (secret.matches("[0-9]+")) {
            return Pattern.compile("(?<![0-9A-Za-z])" + secret + "(?![0-9A-Za-z])")
                    .asPredicate();
        }
        List<String> writings = Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        secret.replace("/", "\\/"),
                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .distinct()
                .toList();
        return text -> writings.stream().anyMatch(text::contains);
    }
}
