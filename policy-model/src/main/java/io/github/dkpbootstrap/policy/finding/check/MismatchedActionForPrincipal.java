// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code MISMATCHED_ACTION_FOR_PRINCIPAL}, ERROR. None of the principals of a trust policy can use the action.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-mismatched-action-for-principal">
 *     Mismatched action for principal</a>
 */
final class MismatchedActionForPrincipal extends StatementCheck {
    MismatchedActionForPrincipal() {
        super(ofAws(
                "MISMATCHED_ACTION_FOR_PRINCIPAL",
                Severity.ERROR,
                "None of the principals of a trust policy can use the action.",
                "Use sts:AssumeRoleWithSAML for SAML providers, sts:AssumeRoleWithWebIdentity for OpenID "
                        + "Connect, sts:AssumeRole for others."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        List<PrincipalAt> principals = statement.anyPrincipals();
        if (context.target() == PolicyTarget.TRUST_POLICY && !principals.isEmpty()) {
            statement.actionTexts().stream()
                    .filter(action -> principals.stream()
                            .noneMatch(principal ->
                                    canUse(principal, action.value().toLowerCase(Locale.ROOT))))
                    .forEach(action -> report.add(action.path(), "None of the principals can use " + action.value()));
        }
    }

    private static boolean canUse(PrincipalAt principal, String action) {
        boolean federated = principal.type() == PrincipalType.FEDERATED;
        Optional<String> id = principal.id().text();
        boolean saml = id.filter(text -> text.contains(":saml-provider/")).isPresent();
        return switch (action) {
            case "sts:assumerolewithsaml" -> id.isEmpty() || saml;
            case "sts:assumerolewithwebidentity" -> id.isEmpty() || (federated && !saml);
            case "sts:assumerole" -> id.isEmpty() || !federated;
            default -> true;
        };
    }
}
