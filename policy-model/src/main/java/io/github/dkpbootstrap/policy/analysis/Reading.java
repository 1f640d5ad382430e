// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** How to take a statement whose match a template intrinsic leaves open: for the request, or against it. */
enum Reading {
    FOR_THE_REQUEST,
    AGAINST_THE_REQUEST;

    Grant allowed(GrantRange range) {
        return this == FOR_THE_REQUEST ? range.possibly() : range.surely();
    }

    boolean denied(GrantRange range) {
        return (this == FOR_THE_REQUEST ? range.surely() : range.possibly()) != Grant.NONE;
    }
}
