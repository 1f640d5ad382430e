// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
/** Tests of the shared credentials file, against AWS's own readers where they are installed. */
@NullMarked
package io.github.dkpbootstrap.sts.file;

import org.jspecify.annotations.NullMarked;
