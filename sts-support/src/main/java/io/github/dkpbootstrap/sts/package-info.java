// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * AWS credentials of a role, kept fresh. Start at {@link io.github.dkpbootstrap.sts.DkpSession}: it assumes the role,
 * gives SDK clients a credentials provider, and its keys can be exported to a shell.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html">Methods to assume a role</a>
 */
@NullMarked
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.NullMarked;
