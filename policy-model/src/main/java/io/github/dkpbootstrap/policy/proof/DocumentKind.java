// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.PolicyTarget;

/** What a document is attached to, as far as its statements are read differently. */
public enum DocumentKind {
    /** Identity policies, boundaries and session policies. */
    IDENTITY,
    /** Service control policies. */
    SERVICE_CONTROL,
    /** Resource control policies. */
    RESOURCE_CONTROL,
    /** Policies of resources, trust policies included. */
    RESOURCE;

    /** Returns how documents for this target are read. */
    public static DocumentKind of(PolicyTarget target) {
        return switch (target) {
            case MANAGED_POLICY, INLINE_ROLE_POLICY, INLINE_GROUP_POLICY, INLINE_USER_POLICY, SESSION_POLICY ->
                IDENTITY;
            case SERVICE_CONTROL_POLICY -> SERVICE_CONTROL;
            case RESOURCE_CONTROL_POLICY -> RESOURCE_CONTROL;
            case TRUST_POLICY, RESOURCE_POLICY -> RESOURCE;
        };
    }

    boolean fillsShortArns() {
        return this == IDENTITY;
    }

    boolean namesPrincipals() {
        return this == RESOURCE || this == RESOURCE_CONTROL;
    }

    boolean isAttachedToResource() {
        return this == RESOURCE;
    }
}
