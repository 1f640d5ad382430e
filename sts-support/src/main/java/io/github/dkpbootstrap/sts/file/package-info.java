// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
/**
 * The shared credentials file of AWS's tools. Start at {@link io.github.dkpbootstrap.sts.file.SharedCredentialsFile}: it
 * writes credentials as a profile, and leaves all else in the file as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
 */
@NullMarked
package io.github.dkpbootstrap.sts.file;

import org.jspecify.annotations.NullMarked;
