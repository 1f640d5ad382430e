// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.Locale;
import java.util.Set;

/**
 * What an update does to one resource.
 *
 * @param resource the resource in the stack, which changes
 * @param before what it was
 */
record UpdateChange(Kind kind, StackResource resource, StackResource before) {
    /** The kinds of changes. */
    enum Kind {
        CREATE("CREATE"),
        UPDATE("UPDATE"),
        REPLACE("UPDATE"),
        IMPORT("IMPORT");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Returns what reasons say that a failed operation did. */
        String verb() {
            return prefix.toLowerCase(Locale.ROOT);
        }

        /** Returns how the statuses of the resource start. */
        String prefix() {
            return prefix;
        }
    }

    /** Returns the change of a resource that has the properties {@code current}. */
    static UpdateChange of(StackResource resource, Properties current, Properties wanted) {
        Set<String> changed = wanted.differences(current);
        boolean replace = changed.stream().anyMatch(resource.type().createOnly()::contains);
        StackResource before = resource.copy();
        before.setProperties(current);
        return new UpdateChange(replace ? Kind.REPLACE : Kind.UPDATE, resource, before);
    }

    /** Returns the same change as one that keeps the resource. */
    UpdateChange inPlace() {
        return kind == Kind.REPLACE ? new UpdateChange(Kind.UPDATE, resource, before) : this;
    }

    /** Refuses a replacement on a stack that is not to be rolled back: it could not be finished in any state between. */
    void refuseReplacement() {
        if (kind == Kind.REPLACE) {
            throw new ResourceFailure("Replacement type updates not supported on stack with disable-rollback.");
        }
    }

    /** Refuses a replacement under the same name: the old resource still has it. */
    void refuseCustomName() {
        String property = resource.type().nameProperty();
        resource.properties()
                .string(property)
                .filter(name -> kind == Kind.REPLACE
                        && before.properties()
                                .string(property)
                                .filter(name::equals)
                                .isPresent())
                .ifPresent(name -> {
                    throw new ResourceFailure("CloudFormation cannot update a stack when a custom-named resource "
                            + "requires replacing. Rename " + name + " and update the stack again.");
                });
    }
}
