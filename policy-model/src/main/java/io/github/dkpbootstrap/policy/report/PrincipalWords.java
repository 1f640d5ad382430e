// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Principals as sentences. */
final class PrincipalWords {
    private static final String ACCOUNT = " (all whom its own policies allow)";

    private PrincipalWords() {}

    /** Returns who a statement speaks of: one line each. */
    static List<Line> of(Statement statement, PolicyTarget target) {
        if (statement.notPrincipal().isPresent()) {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.of("everyone, anonymous callers included, except:"));
            lines.addAll(names(statement.notPrincipal().get(), ""));
            return lines;
        }
        return statement
                .principal()
                .map(principal -> names(principal, ACCOUNT))
                .orElseGet(() -> List.of(Line.of(nobody(target))));
    }

    /** Returns who a statement speaks of, for a sentence. */
    static List<Line> brief(Statement statement, PolicyTarget target) {
        return statement
                .notPrincipal()
                .map(not -> List.of(Line.of("everyone except ").list(names(not, ""), " and ")))
                .orElseGet(() -> of(statement, target));
    }

    /** Returns whether everyone is among those that it names. */
    static boolean isOpen(Principal principal) {
        return !(principal instanceof Principal.Identities identities)
                || identities.types().stream()
                        .filter(each -> each.type() == PrincipalType.AWS)
                        .flatMap(each -> each.ids().stream())
                        .anyMatch(id -> id.text().filter("*"::equals).isPresent());
    }

    /** Returns a line for each; {@code note} stands behind accounts, as to name one is not to name its callers. */
    private static List<Line> names(Principal principal, String note) {
        if (!(principal instanceof Principal.Identities identities)) {
            return List.of(
                    Line.of("everyone, anonymous callers included (").code("*").text(")"));
        }
        return identities.types().stream()
                .flatMap(each -> each.ids().stream().map(id -> name(each.type(), id, note)))
                .toList();
    }

    private static String nobody(PolicyTarget target) {
        return switch (target) {
            case MANAGED_POLICY, INLINE_ROLE_POLICY -> "whoever the policy is attached to";
            case INLINE_GROUP_POLICY -> "the users of the group";
            case INLINE_USER_POLICY -> "the user";
            case SESSION_POLICY -> "the session";
            case SERVICE_CONTROL_POLICY -> "users and roles of the accounts that the policy is attached to";
            case TRUST_POLICY, RESOURCE_CONTROL_POLICY, RESOURCE_POLICY -> "nobody: the statement names no principal";
        };
    }

    private static Line name(PrincipalType type, PolicyString id, String note) {
        return switch (type) {
            case AWS -> aws(id, note);
            case SERVICE -> Line.of("the AWS service ").line(Words.string(id));
            case FEDERATED ->
                Line.of("whom the identity provider ").line(Words.string(id)).text(" signs in");
            case CANONICAL_USER ->
                Line.of("the account with the canonical user id ").line(Words.string(id));
        };
    }

    private static Line aws(PolicyString id, String note) {
        String text = id.text().orElse("");
        Optional<Arn> arn = Arn.tryParse(text);
        if (text.equals("*")) {
            return Line.of("everyone, anonymous callers included (").code("*").text(")");
        }
        if (text.matches("[0-9]{12}")
                || arn.filter(a -> a.resource().equals("root")).isPresent()) {
            return Line.of("the account ").code(text).text(note);
        }
        return arn.map(a -> Line.of(kind(a)).code(text)).orElseGet(() -> Words.string(id));
    }

    private static String kind(Arn arn) {
        String[] path = arn.resource().split("/", 2);
        return switch (path[0]) {
            case "role" -> "the role ";
            case "user" -> "the user ";
            case "assumed-role" -> "the session ";
            case "federated-user" -> "the federated user ";
            default -> "";
        };
    }
}
