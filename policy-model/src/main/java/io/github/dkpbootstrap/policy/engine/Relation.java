// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison;

/** How a number or moment must stand to that of the policy. */
enum Relation {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    static Relation of(Comparison comparison) {
        return switch (comparison) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> LESS;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> LESS_OR_EQUAL;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> GREATER;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> GREATER_OR_EQUAL;
            default -> EQUAL;
        };
    }

    /** Returns whether it holds for the sign of a comparison of the request's value with the policy's. */
    boolean holds(int sign) {
        return switch (this) {
            case EQUAL -> sign == 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
    }
}
