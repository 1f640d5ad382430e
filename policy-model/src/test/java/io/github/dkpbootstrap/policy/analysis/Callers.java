// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** The callers of the tables, by a word. */
final class Callers {
    private Callers() {}

    static Caller named(String word) {
        return switch (word) {
            case "session" -> Caller.roleSession(Requests.ROLE, "build");
            case "user" -> Caller.user(Requests.USER);
            case "root" -> Caller.root(Requests.ACCOUNT);
            case "federated-user" -> Caller.federatedUser(Requests.FEDERATED_USER);
            case "service" -> Caller.service("ec2.amazonaws.com");
            case "provider" -> Caller.federated("arn:aws:iam::123456789012:oidc-provider/id.example");
            case "anonymous" -> Caller.anonymous();
            default -> throw new AssertionError(word);
        };
    }
}
