// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyException;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies that a call limits a session by, and the room that they and its tags take.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
 *     policies</a>
 */
final class SessionPolicies {
    private static final int MAX_PLAIN = 2048;
    private static final int MAX_ARNS = 10;

    /** How much more room a character of a tag takes than one of a policy; seen from outside, for AWS says nothing. */
    private static final int WEIGHT_OF_TAGS = 4;

    private final Form form;

    SessionPolicies(Form form) {
        this.form = form;
    }

    /** Checks the sizes of what is written in the call itself. */
    void checkPlain() {
        form.find("Policy").ifPresent(policy -> Parameters.length("policy", policy, 1, MAX_PLAIN));
        List<String> arns = arns();
        if (arns.size() > MAX_ARNS) {
            throw Parameters.violated("policyArns", arns.toString(), "length less than or equal to " + MAX_ARNS);
        }
        arns.forEach(arn -> Parameters.length("policyArns", arn, 20, MAX_PLAIN));
        if (plainSize() > MAX_PLAIN) {
            throw ServiceError.validation("The plain text of the session policy and of the policy ARNs has "
                    + plainSize() + " characters together; " + MAX_PLAIN + " are allowed.");
        }
    }

    /** Returns how full the packed form is, in percent: an estimate. */
    int packedPercent(SessionAttributes attributes) {
        int tags = attributes.tags().entrySet().stream()
                .mapToInt(tag -> tag.getKey().length() + tag.getValue().length())
                .sum();
        int percent = (plainSize() + tags * WEIGHT_OF_TAGS) * 100 / MAX_PLAIN;
        return plainSize() + tags == 0 ? 0 : Math.max(1, percent);
    }

    /** Refuses what is more than the packed form can hold. */
    void checkPacked(SessionAttributes attributes) {
        int percent = packedPercent(attributes);
        if (percent > 100) {
            String message = plainSize() == 0
                    ? "Packed size of session tags consumes %d%% of allotted space."
                    : "Packed policy consumes %d%% of allotted space, please use smaller policy.";
            throw ServiceError.of("PackedPolicyTooLarge", 400, message.formatted(percent));
        }
    }

    /** Returns the policies, as the managed ones are now. */
    List<PolicyDocument> documents(IamStore store) {
        List<PolicyDocument> documents = new ArrayList<>();
        form.find("Policy").map(SessionPolicies::parse).ifPresent(documents::add);
        for (String arn : arns()) {
            documents.add(store.policy(arn)
                    .orElseThrow(() -> malformed("Policy " + arn + " does not exist or is not attachable."))
                    .defaultVersion()
                    .document()
                    .policy());
        }
        return documents;
    }

    private int plainSize() {
        return form.find("Policy").map(String::length).orElse(0)
                + arns().stream().mapToInt(String::length).sum();
    }

    private List<String> arns() {
        return form.structures("PolicyArns").stream()
                .flatMap(policy -> policy.find("arn").stream())
                .toList();
    }

    private static PolicyDocument parse(String text) {
        try {
            return PolicyDocument.parse(text);
        } catch (PolicyException e) {
            throw malformed("Syntax errors in policy.");
        }
    }

    private static ServiceError malformed(String message) {
        return ServiceError.of("MalformedPolicyDocument", 400, message);
    }
}
