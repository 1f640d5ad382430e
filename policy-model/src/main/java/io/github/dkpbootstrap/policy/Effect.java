// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Optional;

/**
 * What a {@link Statement} does with the requests that it matches.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html">Effect</a>
 */
public enum Effect {
    /** The statement grants the requests that it matches, unless a {@link #DENY} matches too. */
    ALLOW("Allow"),
    /** The statement refuses the requests that it matches, whatever else allows them. */
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** Returns the text that stands in a document: {@code Allow} or {@code Deny}. */
    public String text() {
        return text;
    }

    /** Returns the effect that a document writes as {@code text}, upper and lower case significant as in IAM. */
    public static Optional<Effect> fromText(String text) {
        for (Effect effect : values()) {
            if (effect.text.equals(text)) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }
}
