// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException;
import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.TextSpan;
import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.Optional;

/** Names one reason why the strict reader refuses a text. Of two that name the same, the first of the registry counts. */
public abstract non-sealed class RefusalCheck extends Check {
    private final Optional<Problem> problem;

    /** Creates a check that names every refusal of a problem, or those of them that {@link #names(String)} says. */
    RefusalCheck(PolicyCheck about, Problem problem) {
        super(about);
        this.problem = Optional.of(problem);
    }

    /** Creates a check that names what {@link #names(Problem, String)} says. */
    RefusalCheck(PolicyCheck about) {
        super(about);
        this.problem = Optional.empty();
    }

    /** Returns whether this check names that refusal. */
    public final boolean names(PolicySyntaxException refused) {
        return names(refused.problem(), refused.path());
    }

    /** Returns whether this check names a refusal. */
    boolean names(Problem found, String path) {
        return problem.filter(found::equals).isPresent() && names(path);
    }

    /** Returns whether this check names a refusal of its problem at that path; by default at every path. */
    boolean names(String path) {
        return true;
    }

    /** Returns the refusal as a finding. */
    public final Finding finding(PolicySyntaxException refused) {
        return Finding.builder()
                .check(about())
                .path(refused.path())
                .span(span(refused))
                .message(refused.reason())
                .build();
    }

    private static Optional<TextSpan> span(PolicySyntaxException refused) {
        return refused.line() > 0 ? Optional.of(TextSpan.point(refused.line(), refused.column())) : Optional.empty();
    }
}
