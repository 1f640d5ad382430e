// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Optional;

/**
 * The version of the policy language that a document is written in. A document without one counts as
 * {@link #V2008_10_17}, in which <code>${…}</code> is plain text and no policy variable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
 */
public enum PolicyVersion {
    /** The first version, without policy variables. */
    V2008_10_17("2008-10-17"),
    /** The current version. */
    V2012_10_17("2012-10-17");

    private final String text;

    PolicyVersion(String text) {
        this.text = text;
    }

    /** Returns the text that stands in a document, such as {@code 2012-10-17}. */
    public String text() {
        return text;
    }

    /** Returns the version that a document writes as {@code text}. */
    public static Optional<PolicyVersion> fromText(String text) {
        for (PolicyVersion version : values()) {
            if (version.text.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
