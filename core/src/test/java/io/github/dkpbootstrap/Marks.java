// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets that may show nowhere, each with a name by which a finding can speak of it. Thread-safe. */
final class Marks {
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    void add(String name, String secret) {
        if (marks.putIfAbsent(name + " " + numbers.getAndIncrement(), Mark.of(secret)) != null) {
            throw new AssertionError("two marks of one name");
        }
    }

    int count() {
        return marks.size();
    }

    /** Returns the names of the secrets that the text shows, in whatever writing. */
    List<String> in(String text) {
        return names(mark -> mark.in(text, mark.inWords()));
    }

    /** Returns those that something serialised shows, in which texts have letters that are not theirs around them. */
    List<String> inBytes(String text) {
        return names(mark -> mark.in(text, mark.inDigits()));
    }

    private List<String> names(Predicate<Mark> shown) {
        return marks.entrySet().stream()
                .filter(mark -> shown.test(mark.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A secret in its writings; a code of digits stands by itself alone, since times and ids hold others. */
    private record Mark(List<String> writings, Pattern inWords, Pattern inDigits) {
        static Mark of(String secret) {
            List<String> writings = Stream.of(
                            secret,
                            URLEncoder.encode(secret, StandardCharsets.UTF_8),
                            secret.replace("/", "\\/"),
                            Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                    .distinct()
                    .toList();
            return new Mark(
                    secret.matches("[0-9]+") ? List.of(secret) : writings,
                    around("[0-9A-Za-z]", secret),
                    around("[0-9]", secret));
        }

        private static Pattern around(String other, String secret) {
            String text = Pattern.quote(secret);
            return Pattern.compile(secret.matches("[0-9]+") ? "(?<!" + other + ")" + text + "(?!" + other + ")" : "");
        }

        boolean in(String text, Pattern pattern) {
            return writings.stream().anyMatch(text::contains)
                    && pattern.matcher(text).find();
        }
    }
}
