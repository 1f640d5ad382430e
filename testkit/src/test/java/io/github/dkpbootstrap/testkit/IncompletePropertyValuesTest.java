// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

class IncompletePropertyValuesTest {
    @Test
    void leavesOutWhatItIsToldToAndSaysSo() {
        try (Fixture fixture = new Fixture(b -> b.withoutPropertyValues(ChangeSetSteps.ROLE_ID))) {
            ChangeSetSteps sets = new ChangeSetSteps(fixture);
            DescribeChangeSetResponse plain = sets.create("one", ChangeSetType.CREATE, Fixture.template());
            assertThat(plain.changes()).hasSize(3);
            assertThat(plain.statusReason()).isNull();

            DescribeChangeSetResponse full = sets.describeWithValues("one");
            assertThat(full.statusAsString()).isEqualTo("CREATE_COMPLETE");
            assertThat(full.statusReason())
                    .isEqualTo("[WARN] --include-property-values option can return incomplete ChangeSet data because: "
                            + "Logical Id: DKPBootstrapRole, failed property validation");
            assertThat(full.changes())
                    .extracting(change -> change.resourceChange().logicalResourceId())
                    .containsExactly(ChangeSetSteps.PROFILE_ID, ChangeSetSteps.POLICY_ID);
        }
    }

    @Test
    void leavesOutAResourceWhosePropertiesAreWrong() {
        try (Fixture fixture = new Fixture()) {
            ChangeSetSteps sets = new ChangeSetSteps(fixture);
            sets.begin(
                    "one",
                    ChangeSetType.CREATE,
                    Fixture.template().replace("      RoleName:", "      Colour: blue\n      RoleName:"));
            fixture.clock.advance(Duration.ofSeconds(5));
            assertThat(sets.describe("one").changes()).hasSize(3);
            assertThat(sets.describeWithValues("one").changes()).hasSize(2);
            assertThat(sets.describeWithValues("one").statusReason()).startsWith("[WARN]");
        }
    }
}
