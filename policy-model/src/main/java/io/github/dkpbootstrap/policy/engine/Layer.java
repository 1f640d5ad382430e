// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** The layers of policies that a request passes, in the order in which they are looked at. */
enum Layer {
    RESOURCE_CONTROL,
    SERVICE_CONTROL,
    RESOURCE,
    IDENTITY,
    BOUNDARY,
    SESSION;

    /** Returns whether a statement must name principals (rule 14e); in the other layers it must not. */
    boolean namesPrincipals() {
        return switch (this) {
            case RESOURCE_CONTROL, RESOURCE -> true;
            case SERVICE_CONTROL, IDENTITY, BOUNDARY, SESSION -> false;
        };
    }

    /** Returns whether the policy belongs to user or role, and is left out for the root user (rule 20e). */
    boolean isOwn() {
        return switch (this) {
            case IDENTITY, BOUNDARY, SESSION -> true;
            case RESOURCE_CONTROL, SERVICE_CONTROL, RESOURCE -> false;
        };
    }

    /** Returns whether a policy of this layer is there for the caller (rules 20e and 20f). */
    boolean appliesTo(CallerView caller) {
        return switch (this) {
            case RESOURCE_CONTROL, RESOURCE -> true;
            case SERVICE_CONTROL -> caller.hasAccount();
            case IDENTITY, BOUNDARY, SESSION -> caller.hasOwnPolicies();
        };
    }
}
