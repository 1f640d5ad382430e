// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.time.Instant;

/** That a user has a password; what it is, nobody needs to know. */
record LoginProfile(Instant created, boolean resetRequired) {}
