// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.ArrayList;
import java.util.List;

/** A check of a document. */
public abstract non-sealed class DocumentCheck extends Check {
    DocumentCheck(PolicyCheck about) {
        super(about);
    }

    /** Looks at a document and reports what is wrong with it. */
    abstract void run(CheckContext context, Report report);

    /** Returns the findings of a document, without places in a text. */
    public final List<Finding> findings(CheckContext context) {
        List<Finding> findings = new ArrayList<>();
        run(
                context,
                (path, message) -> findings.add(Finding.builder()
                        .check(about())
                        .path(path)
                        .message(message)
                        .build()));
        return findings;
    }

    /** Where a check reports what it found. */
    interface Report {
        /** Adds a finding: where, and what is wrong there, in a sentence without remedy. */
        void add(String path, String message);
    }
}
