// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;
import io.github.dkpbootstrap.policy.internal.JsonPath;

/**
 * {@code PACKED_SESSION_POLICY_SIZE}, WARNING. A session policy is so large that STS may refuse it packed. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_know">
 *     The rule</a>
 */
final class PackedSessionPolicySize extends DocumentCheck {
    PackedSessionPolicySize() {
        super(ofOurs(
                "PACKED_SESSION_POLICY_SIZE",
                Severity.WARNING,
                "A session policy is so large that STS may refuse it packed.",
                "Try it with a call and look at PackedPolicySize, or shorten the policy.",
                "id_session-tags.html#id_session-tags_know"));
    }

    @Override
    void run(CheckContext context, Report report) {
        int size = context.document().quotaCharacters();
        int most = PolicyTarget.SESSION_POLICY.maxCharacters().orElseThrow();
        if (context.target() == PolicyTarget.SESSION_POLICY && size > most / 2 && size <= most) {
            report.add(
                    JsonPath.ROOT,
                    "The document has %d characters; STS packs it, together with tags, into a limit that it does not publish"
                            .formatted(size));
        }
    }
}
