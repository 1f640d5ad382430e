// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What clings to a session of a role. Upper and lower case of tags' keys do not matter.
 *
 * @param tags the session tags, inherited ones included
 * @param transitive the keys of those tags that sessions inherit which are made from this one
 * @param sourceIdentity who began the chain of sessions
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
 */
public record SessionAttributes(Map<String, String> tags, Set<String> transitive, Optional<String> sourceIdentity) {
    /** Nothing clings. */
    public static final SessionAttributes NONE = new SessionAttributes(Map.of(), Set.of(), Optional.empty());

    /** Returns what clings to the caller's session, if the caller is one of a role. */
    public static SessionAttributes of(Identity caller) {
        return caller instanceof Identity.Session session ? session.attributes() : NONE;
    }

    /** Returns what will cling to the session that an AssumeRole call asks for: what it names and what its caller hands on. */
    public static SessionAttributes requestedBy(Call call) {
        SessionAttributes inherited = of(call.caller());
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(inherited.tags());
        tags.keySet().retainAll(inherited.transitive());
        tags.putAll(call.form().tags());
        Set<String> transitive = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        transitive.addAll(inherited.transitive());
        transitive.addAll(call.form().list("TransitiveTagKeys"));
        return new SessionAttributes(
                Collections.unmodifiableMap(tags),
                Collections.unmodifiableSet(transitive),
                call.form().find("SourceIdentity").or(inherited::sourceIdentity));
    }
}
