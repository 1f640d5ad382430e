// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** A type of resource that an action can be limited to. */
@ValueStyle
@Value.Immutable
public interface ActionResource {
    /** Returns the name of the type, one of {@link ServiceEntry#resourceTypes()} of the action's service. */
    @Value.Parameter
    String type();

    /**
     * Returns whether the action needs a resource of this type; AWS marks these with an asterisk. A statement that names
     * resources must name one of each needed type.
     */
    @Value.Parameter
    boolean isRequired();

    /** Returns the names of the condition keys that the action knows on this type. */
    @Value.Parameter
    List<String> conditionKeys();

    /** Returns a type that every call of the action needs. */
    static ActionResource required(String type, List<String> conditionKeys) {
        return ImmutableActionResource.of(type, true, conditionKeys);
    }

    /** Returns a type that calls of the action can have. */
    static ActionResource optional(String type, List<String> conditionKeys) {
        return ImmutableActionResource.of(type, false, conditionKeys);
    }
}
