// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What STS takes for session policies. It also packs policies and tags into a second limit that it does not publish; only a
 * call tells.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">Policy, PolicyArns</a>
 */
final class SessionPolicies {
    private static final int MAX_ARNS = 10;
    private static final int MAX_CHARACTERS = 2_048;
    private static final Pattern ACCOUNT_OR_AWS = Pattern.compile("[0-9]{12}|aws");
    private static final Pattern POLICY = Pattern.compile("policy/([!-~]+/)?[A-Za-z0-9_+=,.@-]{1,128}");
    private static final Pattern CHARACTERS = Pattern.compile("[\\t\\n\\r\\x20-\\xFF]*");

    private SessionPolicies() {}

    /** Returns the text that is sent for a policy. */
    static String text(PolicyDocument policy) {
        return policy.toJson(JsonLayout.MINIFIED);
    }

    static void check(Optional<PolicyDocument> policy, List<Arn> arns, Arn role) {
        policy.ifPresent(SessionPolicies::checkForm);
        if (arns.size() > MAX_ARNS) {
            throw refused("There are %d managed session policies; STS takes %d".formatted(arns.size(), MAX_ARNS));
        }
        arns.forEach(arn -> checkArn(arn, role));
        int characters = policy.map(SessionPolicies::text).map(String::length).orElse(0)
                + arns.stream().mapToInt(arn -> arn.toString().length()).sum();
        if (characters > MAX_CHARACTERS) {
            throw refused("The session policy and the ARNs of managed ones have %d characters together; STS takes %d"
                    .formatted(characters, MAX_CHARACTERS));
        }
    }

    private static void checkForm(PolicyDocument policy) {
        if (policy.statements().values().stream()
                .anyMatch(s -> s.principal().isPresent() || s.notPrincipal().isPresent())) {
            throw refused("The session policy names a principal, which STS refuses: it applies to the session, so leave"
                    + " Principal and NotPrincipal out");
        }
        List<String> intrinsics = new ArrayList<>();
        policy.resolve(intrinsic -> {
            intrinsics.add(intrinsic.function());
            return Optional.empty();
        });
        if (!intrinsics.isEmpty()) {
            throw refused(
                    "The session policy holds the template function %s, which STS cannot resolve: call resolve(..) first"
                            .formatted(intrinsics.get(0)));
        }
        if (!CHARACTERS.matcher(text(policy)).matches()) {
            throw refused("The session policy holds a character that STS refuses (permitted: U+0020 to U+00FF)");
        }
    }

    private static void checkArn(Arn arn, Arn role) {
        if (!arn.service().equals("iam")
                || !arn.region().isEmpty()
                || !ACCOUNT_OR_AWS.matcher(arn.account()).matches()
                || !POLICY.matcher(arn.resource()).matches()) {
            throw refused("'%s' is not the ARN of a managed policy: expected arn:aws:iam::123456789012:policy/NAME"
                    .formatted(arn));
        }
        if (!arn.partition().equals(role.partition())) {
            throw refused("The policy %s is in another partition than the role %s".formatted(arn, role));
        }
        if (!arn.account().equals("aws") && !arn.account().equals(role.account())) {
            throw refused(
                    "The policy %s is in another account than the role %s: STS takes those of the role's account and"
                                    .formatted(arn, role)
                            + " of AWS");
        }
    }

    private static InvalidSessionException refused(String why) {
        return new InvalidSessionException(why);
    }
}
