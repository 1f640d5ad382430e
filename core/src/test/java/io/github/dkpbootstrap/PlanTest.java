// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.LocalAws;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan finds out, and that it changes nothing in doing so. */
class PlanTest {
    private static final Set<String> OF_CHANGE_SETS =
            Set.of("cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack");

    private InProcessAccount account = new InProcessAccount();

    @AfterEach
    void close() {
        account.close();
    }

    private void restart(UnaryOperator<LocalAws.Builder> settings) {
        account.close();
        account = new InProcessAccount(settings);
    }

    private Bootstrapper bootstrapper() {
        return DkpBootstrap.using(account.clients);
    }

    private void deployed(String template) {
        account.aws.stack(Templates.STACK).template(template).reach("CREATE_COMPLETE");
    }

    @Test
    void showsWhatMakingTheStackMakesWithItsNamesAndDocuments() {
        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.CREATE);
            assertThat(plan.stackStatus()).isEmpty();
            assertThat(plan.changes())
                    .extracting(PlannedChange::action, PlannedChange::logicalId, PlannedChange::type)
                    .containsExactlyInAnyOrder(
                            tuple(PlannedChange.Action.ADD, Templates.ROLE, "AWS::IAM::Role"),
                            tuple(PlannedChange.Action.ADD, Templates.POLICY, "AWS::IAM::ManagedPolicy"),
                            tuple(PlannedChange.Action.ADD, Templates.PROFILE, "AWS::IAM::InstanceProfile"));
            assertThat(after(plan, Templates.ROLE, "/Properties/RoleName")).isEqualTo("dkp-bootstrapper-role");
            assertThat(PolicyDocument.parse(after(plan, Templates.POLICY, "/Properties/PolicyDocument")))
                    .isEqualTo(bootstrapper().policy(BootstrapSpec.defaults()));
        }
    }

    @Test
    void showsEachPropertyThatAnUpdateChangesWithTheValuesBeforeAndAfter() {
        deployed(Templates.withLongSessions());

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.UPDATE);
            assertThat(plan.stackStatus()).contains("CREATE_COMPLETE");
            assertThat(plan.changes()).hasSize(1);
            PlannedChange change = plan.changes().get(0);
            assertThat(change.action()).isEqualTo(PlannedChange.Action.MODIFY);
            assertThat(change.physicalId()).contains("dkp-bootstrapper-role");
            assertThat(change.replacement()).isEqualTo(Replacement.NEVER);
            assertThat(change.properties())
                    .containsExactly(PropertyChange.builder()
                            .path("/Properties/MaxSessionDuration")
                            .before("7200")
                            .replacement(Replacement.NEVER)
                            .build());
        }
    }

    @Test
    void showsThatAResourceTheStackHasLostIsMadeAgain() {
        deployed(Templates.withoutProfile());

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.changes())
                    .extracting(PlannedChange::action, PlannedChange::logicalId)
                    .containsExactly(tuple(PlannedChange.Action.ADD, Templates.PROFILE));
        }
    }

    @Test
    void findsNothingToDoWithoutAChangeSet() {
        bootstrapper().deploy();
        account.aws.forgetCalls();

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.NOTHING);
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.changeSetId()).isEmpty();
            assertThat(plan.text()).isEqualTo("Stack dkp-bootstrapper (CREATE_COMPLETE): nothing to do\n");
        }
        assertThat(account.actions()).doesNotContain("cloudformation:CreateChangeSet");
    }

    @Test
    void throwsAnEmptyChangeSetAwayAndFindsNothingToDo() {
        deployed(Templates.withComputedName());

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.NOTHING);
        }
        assertThat(account.actions()).contains("cloudformation:CreateChangeSet");
        assertThat(account.clients
                        .cloudFormation()
                        .listChangeSets(r -> r.stackName(Templates.STACK))
                        .summaries())
                .isEmpty();
    }

    @Test
    void readsAllPagesOfTheChangeSet() {
        restart(settings -> settings.pageSize(1));

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.changes()).hasSize(3);
        }
        assertThat(account.actions())
                .filteredOn("cloudformation:DescribeChangeSet"::equals)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void addsTheChangesThatAreLeftOutForTheirValuesAndWarns() {
        restart(settings -> settings.withoutPropertyValues(Templates.POLICY));
        deployed(Templates.older());

        try (DkpPlan plan = bootstrapper().plan(spec -> spec.putTags("team", "a"))) {
            assertThat(plan.changes())
                    .extracting(PlannedChange::logicalId)
                    .containsExactlyInAnyOrder(Templates.POLICY, Templates.ROLE);
            assertThat(plan.warnings())
                    .containsExactly("CloudFormation does not show the values that change in " + Templates.POLICY);
            assertThat(plan.text())
                    .contains("! CloudFormation does not show the values that change in " + Templates.POLICY)
                    .endsWith("    Tags\n");
            assertThat(plan.execute().outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        }
    }

    @Test
    void showsWhyAStackMustBeMadeAnew() {
        account.aws.stack(Templates.STACK).template(Templates.current()).reach("ROLLBACK_COMPLETE");

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.RECREATE);
            assertThat(plan.changes()).hasSize(3).allMatch(change -> change.action() == PlannedChange.Action.ADD);
            assertThat(plan.warnings())
                    .singleElement()
                    .asString()
                    .contains(" is CREATE_FAILED: Resource handler returned message");
            assertThat(plan.execute().outcome()).isEqualTo(DeploymentOutcome.CREATED);
        }
    }

    @Test
    void neverWritesAnythingButChangeSetsAndTheShellOfANewStack() {
        bootstrapper().plan().close();
        assertThat(writes()).isSubsetOf(OF_CHANGE_SETS);
        assertThat(bootstrapper().status().exists()).isFalse();

        deployed(Templates.older());
        account.aws.forgetCalls();
        bootstrapper().plan().close();
        assertThat(writes())
                .containsExactlyInAnyOrder("cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE_IN_PROGRESS",
                "ROLLBACK_IN_PROGRESS",
                "UPDATE_IN_PROGRESS",
                "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "UPDATE_ROLLBACK_IN_PROGRESS",
                "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                "DELETE_IN_PROGRESS",
                "IMPORT_IN_PROGRESS"
            })
    void waitsForTheEndOfAnOperation(String status) {
        account.aws.stack(Templates.STACK).template(Templates.older()).reach(status);

        try (DkpPlan plan = bootstrapper().plan()) {
            assertThat(plan.kind()).isNotEqualTo(DkpPlan.Kind.NOTHING);
            assertThat(plan.stackStatus().orElse("DELETE_COMPLETE")).endsWith("_COMPLETE");
        }
    }

    @Test
    void waitsForAnOperationNoLongerThanTheSpecAllows() {
        account.aws.stack(Templates.STACK).template(Templates.older()).reach("UPDATE_IN_PROGRESS");

        assertThatThrownBy(() -> bootstrapper().plan(spec -> spec.timeout(Duration.ofSeconds(20))))
                .isInstanceOf(StackBusyException.class)
                .hasMessageContaining("Somebody else's operation on stack");
    }

    private Set<String> writes() {
        return account.actions().stream()
                .filter(action -> !action.matches("[a-z]+:(Describe|List|Get).*"))
                .collect(Collectors.toSet());
    }

    private static String after(DkpPlan plan, String logicalId, String path) {
        return plan.changes().stream()
                .filter(change -> change.logicalId().equals(logicalId))
                .flatMap(change -> change.properties().stream())
                .filter(property -> property.path().equals(path))
                .findFirst()
                .flatMap(PropertyChange::after)
                .orElseThrow();
    }
}
