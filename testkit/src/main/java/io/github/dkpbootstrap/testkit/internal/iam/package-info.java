// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * IAM: users, roles, policies and instance profiles of the account.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.iam;

import org.jspecify.annotations.NullMarked;
