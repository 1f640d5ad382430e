// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.catalogue.ServiceEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionReportTest {
    @Test
    void ofTheVendorsPolicyIsThisPage() {
        assertThat(Reports.vendor().toMarkdown()).isEqualTo(Reports.file("report/vendor-policy.md"));
    }

    @Test
    void isTheSameForTheSameDocument() {
        assertThat(Reports.vendor().toMarkdown()).isEqualTo(Reports.vendor().toMarkdown());
        assertThat(Reports.vendor().toHtml()).isEqualTo(Reports.vendor().toHtml());
    }

    @Test
    void hasTheSameAsValues() {
        PermissionReport report = Reports.vendor();

        assertThat(report.target()).isEqualTo(PolicyTarget.MANAGED_POLICY);
        assertThat(report.catalogueDate()).isEqualTo(Catalogue.bundled().date());
        assertThat(report.allowed())
                .extracting(ServicePermissions::service)
                .containsExactly("autoscaling", "ec2", "elasticloadbalancing", "iam", "secretsmanager", "tag");
        assertThat(report.allowed().get(1).count(AccessLevel.TAGGING)).isEqualTo(2);
        assertThat(report.allowed().get(1).actions().get(AccessLevel.TAGGING))
                .extracting(ActionEntry::qualifiedName)
                .containsExactly("ec2:CreateTags", "ec2:DeleteTags");
        assertThat(report.denied()).isEmpty();
        assertThat(report.findings()).hasSize(1);
        assertThat(report.statements()).hasSize(7);
        assertThat(report.statements().get(6).number()).isEqualTo(7);
        assertThat(report.statements().get(6).statement())
                .isEqualTo(Policies.vendorPolicy().statements().values().get(6));
    }

    @Test
    void isAsOfTheDateOfTheCatalogueThatItIsGiven() {
        ActionEntry open = ActionEntry.of("door", "Open", AccessLevel.PERMISSIONS_MANAGEMENT, List.of(), List.of());
        ServiceEntry door = ServiceEntry.of("door", List.of(open), List.of(), List.of());
        Catalogue catalogue = Catalogue.of(LocalDate.of(2020, 2, 29), "a test", List.of(), List.of(door));

        String page = PolicyAnalysis.of(
                        Policies.statement(
                                "'Effect': 'Allow', 'Action': ['door:*', 'ec2:RunInstances'], 'Resource': '*'"),
                        PolicyTarget.MANAGED_POLICY)
                .using(catalogue)
                .permissionReport()
                .toMarkdown();

        assertThat(page)
                .contains("actions of AWS as of 2020-02-29, from `a test`")
                .contains("Allows **1 action of 1 service**.")
                .contains(
                        "1 entry matches nothing that is known as of 2020-02-29 and is not counted: `ec2:RunInstances`.")
                .doesNotContain(Catalogue.bundled().date().toString());
    }

    @Test
    void leavesActionsOutOfToString() {
        assertThat(Reports.vendor()).hasToString("Permission report on a document of 7 statements for MANAGED_POLICY");
    }
}
