// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.net.URI;
import java.util.Locale;

/** What all checks have in common: that they say what they are about. Immutable and thread-safe. */
public abstract sealed class Check permits DocumentCheck, RefusalCheck {
    private static final String USER_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
    private static final String REFERENCE =
            USER_GUIDE + "access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-";

    private final PolicyCheck about;

    Check(PolicyCheck about) {
        this.about = about;
    }

    /** Returns what the check is about. */
    public final PolicyCheck about() {
        return about;
    }

    /** Describes a check of Access Analyzer; its page is the section of that id. */
    static PolicyCheck ofAws(String id, Severity severity, String summary, String remedy) {
        return describe(id, severity, summary, remedy, REFERENCE + kind(severity) + "-" + kebab(id));
    }

    /** Describes a check of our own; {@code page} is relative to the user guide, or a whole address. */
    static PolicyCheck ofOurs(String id, Severity severity, String summary, String remedy, String page) {
        return describe(
                id,
                severity,
                summary,
                remedy,
                URI.create(USER_GUIDE).resolve(page).toString());
    }

    private static PolicyCheck describe(String id, Severity severity, String summary, String remedy, String page) {
        return PolicyCheck.builder()
                .id(id)
                .severity(severity)
                .summary(summary)
                .remedy(remedy)
                .page(URI.create(page))
                .build();
    }

    private static String kind(Severity severity) {
        return severity == Severity.WARNING ? "general-warning" : kebab(severity.name());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
