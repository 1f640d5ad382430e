// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.IamWriter;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects the differences of one resource. */
final class Differences {
    private final ExpectedResource resource;
    private final String partition;
    private final List<Difference> found = new ArrayList<>();

    Differences(ExpectedResource resource, String partition) {
        this.resource = resource;
        this.partition = partition;
    }

    List<Difference> found() {
        return found;
    }

    /** The resource is gone: nothing else can be told of it. */
    List<Difference> missing() {
        DriftFinding.Builder finding = finding(DriftFinding.Kind.MISSING, "").remedy(DriftFinding.Remedy.REVERT);
        return List.of(Difference.of(finding, Difference.NOT_HERE));
    }

    void text(String property, String expected, String actual, Consumer<IamWriter> mend) {
        if (!expected.equals(actual)) {
            modified(property, Optional.of(expected), Optional.of(actual), mend);
        }
    }

    void document(String property, JsonValue expected, Optional<String> actual, Consumer<IamWriter> mend) {
        if (actual.filter(text -> isSame(expected, text)).isEmpty()) {
            modified(property, Optional.of(expected.toJson(JsonLayout.MINIFIED)), actual, mend);
        }
    }

    void modified(String property, Optional<String> expected, Optional<String> actual, Consumer<IamWriter> mend) {
        DriftFinding.Builder finding =
                finding(DriftFinding.Kind.MODIFIED, property).expected(expected).actual(actual);
        add(finding, mend);
    }

    void notAttached(String property, String expected, Consumer<IamWriter> mend) {
        add(finding(DriftFinding.Kind.MISSING_ATTACHMENT, property).expected(expected), mend);
    }

    void foreign(ForeignUse use) {
        found.add(use.difference());
    }

    private void add(DriftFinding.Builder finding, Consumer<IamWriter> mend) {
        boolean byHand = mend.equals(Difference.NOT_HERE);
        finding.remedy(byHand ? DriftFinding.Remedy.BY_HAND : DriftFinding.Remedy.REVERT);
        found.add(Difference.of(finding, mend));
    }

    /** IAM takes documents that this library does not read; they differ unless they are the same JSON. */
    private boolean isSame(JsonValue expected, String actual) {
        try {
            return CanonicalDocument.same(expected, JsonValue.parse(actual), partition);
        } catch (PolicyException e) {
            return false;
        }
    }

    private DriftFinding.Builder finding(DriftFinding.Kind kind, String property) {
        return DriftFinding.builder()
                .kind(kind)
                .logicalId(resource.logicalId())
                .physicalId(resource.physicalId())
                .property(property);
    }
}
