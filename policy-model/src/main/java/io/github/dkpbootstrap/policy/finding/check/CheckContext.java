// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;
import java.util.stream.Collectors;

/** What a check looks at: a document with paths, and what it is meant to be stored as. Immutable and thread-safe. */
public final class CheckContext {
    private final PolicyDocument document;
    private final PolicyTarget target;
    private final List<StatementAt> statements;

    private CheckContext(PolicyDocument document, PolicyTarget target) {
        this.document = document;
        this.target = target;
        this.statements = At.each(document.statements(), JsonPath.child(JsonPath.ROOT, "Statement")).stream()
                .map(at -> new StatementAt(at.value(), at.path()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns the context of a document. */
    public static CheckContext of(PolicyDocument document, PolicyTarget target) {
        return new CheckContext(document, target);
    }

    PolicyDocument document() {
        return document;
    }

    PolicyTarget target() {
        return target;
    }

    /** Returns the statements in their order. */
    List<StatementAt> statements() {
        return statements;
    }
}
