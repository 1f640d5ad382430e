// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * What is done about access that others gave outside the stack: policies that they attached to its role, inline policies,
 * the policy attached to other identities, the role in another instance profile. CloudFormation does not see it, and it keeps
 * the stack from being deleted.
 */
public enum ForeignAccess {
    /** It is named and left as it is. */
    KEEP,
    /** It is removed by calls to IAM: by {@code destroy} where it is in the way, by {@code revertDrift} wherever it is. */
    REMOVE
}
