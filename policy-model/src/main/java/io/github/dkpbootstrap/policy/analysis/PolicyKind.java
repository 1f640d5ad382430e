// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** What a policy is attached to, and what follows from it for the reading of its statements. */
enum PolicyKind {
    RESOURCE_CONTROL,
    SERVICE_CONTROL,
    RESOURCE,
    IDENTITY,
    BOUNDARY,
    SESSION;

    /** Returns whether statements name principals; where they do not, one that does matches nothing (rule 14). */
    boolean namesPrincipals() {
        return this == RESOURCE || this == RESOURCE_CONTROL;
    }

    /** Returns whether a statement without resources speaks of the resource that the policy is attached to. */
    boolean isAttachedToResource() {
        return this == RESOURCE;
    }

    /** Returns whether an ARN with fewer than six fields is filled up with {@code *} (rule 11). */
    boolean fillsShortArns() {
        return this == IDENTITY || this == BOUNDARY || this == SESSION;
    }
}
