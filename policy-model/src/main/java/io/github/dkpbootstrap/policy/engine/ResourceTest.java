// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyString;
import java.util.List;

/** The element {@code Resource} or {@code NotResource} of a statement, or that it has neither. */
interface ResourceTest {
    Answer answer(RequestView request);

    /** Returns the test of a statement without the element (rule 11g). */
    static ResourceTest none(Layer layer) {
        Answer answer = Answer.of(layer == Layer.RESOURCE);
        return request -> answer;
    }

    /** Returns whether one of the patterns covers the resource. */
    static ResourceTest listed(List<PolicyString> written, Layer layer, VariableUse variables) {
        if (written.stream().anyMatch(each -> each.text().filter("*"::equals).isPresent())) {
            return request -> Answer.YES;
        }
        ResourcePatterns patterns = new ResourcePatterns(written, layer, variables);
        Answer otherwise = written.stream().anyMatch(each -> each.text().isEmpty()) ? Answer.OPEN : Answer.NO;
        return request -> patterns.cover(request) ? Answer.YES : otherwise;
    }

    /** Returns the test that this is the negation of. */
    default ResourceTest not() {
        return request -> answer(request).not();
    }
}
