// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.proof.Element.Sense;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the resources of all statements ready for a search under one reading of the rules. */
final class ResourceTable {
    private final ResourceTexts texts;
    private final DocumentKind kind;
    private final VariableValues variables;

    ResourceTable(DocumentKind kind, Readings readings, VariableValues variables) {
        this.texts = new ResourceTexts(kind, readings);
        this.kind = kind;
        this.variables = variables;
    }

    ElementTable table(List<ComparedStatement> statements, Polarity polarity, Budget budget) {
        return new ElementTable(statements.stream().map(this::element).collect(Collectors.toList()), polarity, budget);
    }

    private Element element(ComparedStatement compared) {
        Statement statement = compared.statement();
        if (statement.resources().isPresent()) {
            return new Element(Sense.ANY_OF, meanings(statement.resources().get(), compared.hasVariables()));
        }
        if (statement.notResources().isPresent()) {
            return new Element(Sense.NONE_OF, meanings(statement.notResources().get(), compared.hasVariables()));
        }
        return kind.isAttachedToResource() ? Element.everything() : Element.nothing();
    }

    private List<Meaning> meanings(OneOrMore<ResourcePattern> patterns, boolean hasVariables) {
        Optional<VariableValues> values = hasVariables ? Optional.of(variables) : Optional.empty();
        return patterns.stream()
                .map(pattern -> meaning(pattern.value(), values))
                .collect(Collectors.toList());
    }

    private Meaning meaning(PolicyString pattern, Optional<VariableValues> values) {
        return pattern.text()
                .map(text -> texts.meaning(text, values))
                .orElseGet(() -> new Meaning.Open(List.of("resource", pattern), Glob.everything()));
    }
}
