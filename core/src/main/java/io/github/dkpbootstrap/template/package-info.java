// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * The CloudFormation template of the DKP bootstrap stack, from typed values. Start at
 * {@link io.github.dkpbootstrap.template.Template}.
 */
@NullMarked
package io.github.dkpbootstrap.template;

import org.jspecify.annotations.NullMarked;
