// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * A local AWS for tests: start one with {@link io.github.dkpbootstrap.testkit.LocalAws#start()} and point any AWS client at
 * {@link io.github.dkpbootstrap.testkit.LocalAws#endpoint()}. Calls are verified, authorised and answered as AWS does.
 */
@NullMarked
package io.github.dkpbootstrap.testkit;

import org.jspecify.annotations.NullMarked;
