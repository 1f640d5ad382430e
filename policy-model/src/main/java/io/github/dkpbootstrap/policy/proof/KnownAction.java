// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.List;

/**
 * An action that is known to exist, for counterexamples that can be made.
 *
 * @param name the action, {@code service:Name}
 * @param resources patterns of the ARNs that it can be asked for, {@code *} for what varies; none if it has no resource
 * @param samples ARNs that it can be asked for
 */
public record KnownAction(String name, List<String> resources, List<String> samples) {
    /** Copies the lists. */
    public KnownAction {
        resources = List.copyOf(resources);
        samples = List.copyOf(samples);
    }

    /** Returns whether a request for the action can be on this resource. */
    public boolean canBeAskedFor(String resource) {
        return resources.isEmpty()
                ? resource.equals("*")
                : resources.stream()
                        .map(pattern -> WrittenPattern.plain(pattern, WrittenPattern.Wildcards.STAR_AND_QUESTION_MARK))
                        .anyMatch(pattern -> GlobText.matches(pattern.toGlob(), resource));
    }
}
