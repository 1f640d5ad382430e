// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.ForeignAccess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

class KeptAccessTest {
    private final List<DriftFinding> findings = List.of(
            ForeignUse.of(ForeignKind.ROLE_WITH_POLICY, "arn:aws:iam::123456789012:policy/p", "other")
                    .difference()
                    .finding(),
            new ForeignUse(ForeignKind.INLINE_POLICY, "role", "extra", Optional.of("{}"))
                    .difference()
                    .finding());

    @Test
    void isTouchedByAChangeOfTheSameProperty() {
        KeptAccess kept = KeptAccess.of(findings, ForeignAccess.KEEP);

        assertThat(kept.isUntouchedBy(change("AWSIAMManagedPolicyDKPBootstrapper", "Roles")))
                .isFalse();
        assertThat(kept.isUntouchedBy(change("AWSIAMManagedPolicyDKPBootstrapper", "Tags", "Roles")))
                .isFalse();
        assertThat(kept.isUntouchedBy(change("DKPBootstrapRole", "Policies"))).isFalse();
    }

    @Test
    void isNotTouchedByOtherChanges() {
        KeptAccess kept = KeptAccess.of(findings, ForeignAccess.KEEP);

        assertThat(kept.isUntouchedBy(change("AWSIAMManagedPolicyDKPBootstrapper", "Tags")))
                .isTrue();
        assertThat(kept.isUntouchedBy(change("DKPBootstrapRole", "Roles"))).isTrue();
        assertThat(kept.isUntouchedBy(change("AWSIAMInstanceProfileDKPBootstrapper", "Roles")))
                .isTrue();
    }

    @Test
    void isTouchedByAChangeThatDoesNotSayWhatItChanges() {
        KeptAccess kept = KeptAccess.of(findings, ForeignAccess.KEEP);

        assertThat(kept.isUntouchedBy(change("DKPBootstrapRole"))).isFalse();
        assertThat(kept.isUntouchedBy(change("AWSIAMInstanceProfileDKPBootstrapper")))
                .isTrue();
    }

    @Test
    void isNothingWhereTheSpecSaysToRemoveIt() {
        assertThat(KeptAccess.of(findings, ForeignAccess.REMOVE).isUntouchedBy(change("DKPBootstrapRole", "Policies")))
                .isTrue();
    }

    private static ResourceChange change(String logicalId, String... properties) {
        return ResourceChange.builder()
                .logicalResourceId(logicalId)
                .details(List.of(properties).stream()
                        .map(name -> ResourceChangeDetail.builder()
                                .target(target -> target.name(name))
                                .build())
                        .toList())
                .build();
    }
}
