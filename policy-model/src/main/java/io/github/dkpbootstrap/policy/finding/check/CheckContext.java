// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a check looks at: a document with paths, and what it is meant to be stored as. Immutable and thread-safe. */
public final class CheckContext {
    private final PolicyDocument document;
    private final PolicyTarget target;
    private final Supplier<Catalogue> catalogue;
    private final List<StatementAt> statements;

    private CheckContext(PolicyDocument document, PolicyTarget target, Supplier<Catalogue> catalogue) {
        this.document = document;
        this.target = target;
        this.catalogue = catalogue;
        this.statements = At.each(document.statements(), JsonPath.child(JsonPath.ROOT, "Statement")).stream()
                .map(at -> new StatementAt(at.value(), at.path()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns the context of a document; the catalogue is asked for only by checks that need one. */
    public static CheckContext of(PolicyDocument document, PolicyTarget target, Supplier<Catalogue> catalogue) {
        return new CheckContext(document, target, catalogue);
    }

    PolicyDocument document() {
        return document;
    }

    PolicyTarget target() {
        return target;
    }

    /** Returns the catalogue of actions, resource types and condition keys. */
    Catalogue catalogue() {
        return catalogue.get();
    }

    /** Returns the statements in their order. */
    List<StatementAt> statements() {
        return statements;
    }
}
