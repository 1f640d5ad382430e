// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.StatementResult;
import io.github.dkpbootstrap.testkit.internal.query.Call;

/**
 * Words a denial as AWS does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
final class Denial {
    private Denial() {}

    static String text(Call call, String resource, Decision decision) {
        String action = call.qualifiedAction();
        String text = "User: %s is not authorized to perform: %s%s"
                .formatted(call.caller().arn(), action, place(call, resource));
        if (decision.verdict() == Decision.Verdict.EXPLICITLY_DENIED) {
            return text + " with an explicit deny in " + named(denying(decision), "an ", "a ");
        }
        if (Gate.ASSUMING.contains(action)) {
            return text;
        }
        return text + " because no " + named(notAllowing(decision), "", "") + " allows the " + action + " action";
    }

    /** Names the resource; where an action has none, all services but IAM leave it out. */
    private static String place(Call call, String resource) {
        return resource.equals("*") && !call.service().equals("iam") ? "" : " on resource: " + resource;
    }

    private static String named(String kind, String vowel, String consonant) {
        return switch (kind) {
            case "session" -> consonant + "session policy";
            case "boundary" -> consonant + "permissions boundary";
            case "resource" -> consonant + "resource-based policy";
            default -> vowel + "identity-based policy";
        };
    }

    private static String denying(Decision decision) {
        return decision.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY && statement.matches())
                .map(Denial::kind)
                .findFirst()
                .orElse("identity");
    }

    private static String notAllowing(Decision decision) {
        if (!allows(decision, "identity")) {
            return "identity";
        }
        return decision.statements().stream()
                                .anyMatch(statement -> kind(statement).equals("boundary"))
                        && !allows(decision, "boundary")
                ? "boundary"
                : "session";
    }

    private static boolean allows(Decision decision, String kind) {
        return decision.statements().stream()
                .anyMatch(s -> s.effect() == Effect.ALLOW && s.matches() && kind(s).equals(kind));
    }

    private static String kind(StatementResult statement) {
        return statement.location().split("[\\[.]", 2)[0];
    }
}
