// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Returns whether <code>${…}</code> is a variable in the document. */
    boolean hasVariables() {
        return document.version().filter(PolicyVersion.V2012_10_17::equals).isPresent();
    }

    /** Returns the texts of the document that are no keywords, condition keys included. */
    Stream<At<String>> texts() {
        Stream<At<String>> id = document.id().flatMap(PolicyString::text).stream()
                .map(text -> new At<>(text, JsonPath.child(JsonPath.ROOT, "Id")));
        return Stream.concat(id, statements.stream().flatMap(CheckContext::texts));
    }

    private static Stream<At<String>> texts(StatementAt statement) {
        Stream<At<String>> sid = statement.sid().stream().map(text -> new At<>(text, statement.path("Sid")));
        Stream<At<String>> conditions = statement.conditions().stream()
                .flatMap(condition -> Stream.concat(
                        Stream.of(new At<>(condition.condition().key(), condition.path())),
                        condition.texts().stream()));
        return Stream.of(
                        sid,
                        statement.principalTexts().stream(),
                        statement.actionTexts().stream(),
                        statement.resourceTexts().stream(),
                        conditions)
                .flatMap(Function.identity());
    }

    /** Returns the statements in their order. */
    List<StatementAt> statements() {
        return statements;
    }
}
