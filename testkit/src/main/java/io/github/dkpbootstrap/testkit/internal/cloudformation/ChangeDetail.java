// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.Optional;

/**
 * One difference in a resource, and what causes it.
 *
 * @param attribute the part of the resource, such as {@code Properties} or {@code Tags}
 * @param name the property, if the part is {@code Properties}
 * @param recreation whether the resource must be recreated
 * @param value the values, shown only to those who ask for them
 * @param cause where the difference comes from
 */
record ChangeDetail(String attribute, Optional<String> name, String recreation, ValueChange value, Cause cause) {
    /**
     * Where a difference comes from.
     *
     * @param evaluation {@code Static}, or {@code Dynamic} if the value is known only afterwards
     * @param source the kind of cause
     * @param entity the parameter or resource, if it is one
     */
    record Cause(String evaluation, String source, Optional<String> entity) {
        static final Cause TEMPLATE = new Cause("Static", "DirectModification", Optional.empty());
        static final Cause INDIRECT = new Cause("Dynamic", "DirectModification", Optional.empty());
    }

    /** Returns the same without values: differences within one property look alike then. */
    ChangeDetail withoutValue() {
        return new ChangeDetail(attribute, name, recreation, ValueChange.NONE, cause);
    }
}
