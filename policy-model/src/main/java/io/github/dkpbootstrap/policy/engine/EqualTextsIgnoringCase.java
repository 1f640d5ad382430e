// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;

/** StringEqualsIgnoreCase: text that is equal but for upper and lower case. */
final class EqualTextsIgnoringCase implements Values {
    private final FilledText[] texts;

    EqualTextsIgnoringCase(List<FilledText> texts) {
        this.texts = texts.toArray(FilledText[]::new);
    }

    @Override
    public boolean match(String given, RequestView request) {
        for (FilledText text : texts) {
            if (text.text(request).filter(given::equalsIgnoreCase).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
