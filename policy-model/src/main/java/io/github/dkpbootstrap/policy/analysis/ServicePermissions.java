// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The actions of one service that a document or statement names, wildcards expanded. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface ServicePermissions {
    /** Returns the prefix of the service, such as {@code ec2}; empty for entries that have none. */
    @Value.Parameter
    String service();

    /** Returns the actions of each access level, by name, each once; levels without actions are not in it. */
    @Value.Parameter
    Map<AccessLevel, List<ActionEntry>> actions();

    /** Returns the entries, as written, that match no action the catalogue knows; they are part of no count. */
    @Value.Parameter
    List<String> unknownEntries();

    /** Returns how many actions there are. */
    default int count() {
        return actions().values().stream().mapToInt(List::size).sum();
    }

    /** Returns how many actions of the level there are. */
    default int count(AccessLevel level) {
        return actions().getOrDefault(level, List.of()).size();
    }
}
