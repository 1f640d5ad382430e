// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_SERVICE_IN_ACTION}, ERROR: no service has that prefix, as of the date of the catalogue.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-in-action">
 *     Invalid service in action</a>
 */
final class InvalidServiceInAction extends ActionCheck {
    private static final int NEAR = 2;
    private static final int CHARACTERS_PER_EDIT = 8;

    InvalidServiceInAction() {
        super(ofAws(
                "INVALID_SERVICE_IN_ACTION",
                Severity.ERROR,
                "An action names a service that does not exist.",
                "Write the prefix of the service as AWS lists it, or use a newer catalogue."));
    }

    @Override
    void run(ActionText action, String path, Report report) {
        if (action.isWellFormed() && action.service().isEmpty()) {
            String prefix = action.serviceName();
            String near = NearNames.nearest(
                            prefix, action.catalogue().servicePrefixes(), NEAR + prefix.length() / CHARACTERS_PER_EDIT)
                    .map(name -> "; near is " + Quote.of(name))
                    .orElse("");
            report.add(
                    path,
                    "No service has the prefix %s as of %s%s"
                            .formatted(Quote.of(prefix), action.catalogue().date(), near));
        }
    }
}
