// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.analysis.PatternText.Wildcards;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the policy variables of a text (rule 13); in a document of the old version there are none (rule 4). */
final class Variables {
    /** Bounded, so that no text is costly to search. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?<key>[^,}]{0,512})(,\\s{0,8}'(?<default>[^']{0,2048})'\\s{0,8})?}");

    private final RequestContext context;
    private final boolean inUse;

    Variables(RequestContext context, Optional<PolicyVersion> version) {
        this.context = context;
        this.inUse = version.equals(Optional.of(PolicyVersion.V2012_10_17));
    }

    /** Returns the pattern with every variable replaced, or nothing where one has neither value nor default. */
    Optional<PatternText> expand(String written, Wildcards wildcards) {
        PatternText.Builder pattern = new PatternText.Builder(wildcards);
        Matcher variable = VARIABLE.matcher(written);
        int at = 0;
        while (at < written.length()) {
            if (inUse && variable.region(at, written.length()).lookingAt()) {
                Optional<String> value = value(variable.group("key").strip()).or(() -> fallback(variable));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                pattern.literal(value.get());
                at = variable.end();
            } else {
                int character = written.codePointAt(at);
                at += Character.charCount(character);
                pattern.written(character, at == written.length() || written.charAt(at) == ':');
            }
        }
        return Optional.of(pattern.build());
    }

    private static Optional<String> fallback(Matcher variable) {
        return Optional.ofNullable(variable.group("default"));
    }

    private Optional<String> value(String key) {
        if (key.equals("*") || key.equals("?") || key.equals("$")) {
            return Optional.of(key);
        }
        List<String> values = context.values(key);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
