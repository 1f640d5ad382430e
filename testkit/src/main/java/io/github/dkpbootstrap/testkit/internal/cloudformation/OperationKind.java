// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/** The kinds of operations on a stack, by AWS's names. */
enum OperationKind {
    CREATE_STACK,
    UPDATE_STACK,
    DELETE_STACK,
    ROLLBACK,
    CONTINUE_ROLLBACK,
    CREATE_CHANGESET
}
