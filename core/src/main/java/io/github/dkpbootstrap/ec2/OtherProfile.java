// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

/** What is done about an instance that has another instance profile. */
public enum OtherProfile {
    /** It is kept, and the call refused: what runs on the instance may need it. */
    KEEP,
    /** It is replaced; what runs on the instance loses what it permits. */
    REPLACE
}
