// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the AWS CLI makes of stacks: its {@code deploy} and {@code wait}, imports, drift and rollbacks. Time is so fast that
 * whatever takes minutes is over when the CLI looks, for it would wait 30 seconds to look again.
 */
class AwsCliStackTest {
    @TempDir
    private Path directory = Path.of("");

    private final Fixture fixture = new Fixture(builder -> builder.time(TimeMode.scaled(100_000)));
    private final LocalAws aws = fixture.aws;

    @BeforeEach
    void needsTheCli() {
        assumeTrue(AwsCli.isInstalled(), "the aws CLI is not on the PATH");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void deploysAndFindsNothingToDoAgain() throws Exception {
        String file = file(Fixture.template());
        assertThat(run("deploy", "--stack-name=dkp", "--template-file=" + file, "--capabilities=CAPABILITY_NAMED_IAM"))
                .contains("Successfully created/updated stack - dkp");

        aws.inject(ResourceFault.on("AWSIAMManagedPolicyDKPBootstrapper")
                .whenUpdating()
                .fails("Rate exceeded"));
        String changed = file(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        AwsCli.Result failed = attempt(
                "deploy", "--stack-name=dkp", "--template-file=" + changed, "--capabilities=CAPABILITY_NAMED_IAM");
        assertThat(failed.exitCode()).isNotZero();
        assertThat(failed.err()).contains("Failed to create/update the stack");

        // Last, for the CLI leaves an empty change set behind, whose name it would use again within the same second.
        assertThat(run(
                        "deploy",
                        "--stack-name=dkp",
                        "--template-file=" + file,
                        "--capabilities=CAPABILITY_NAMED_IAM",
                        "--no-fail-on-empty-changeset"))
                .contains("No changes to deploy. Stack dkp is up to date");

        assertThat(run("delete-stack", "--stack-name=dkp")).isEmpty();
        assertThat(run("wait", "stack-delete-complete", "--stack-name=dkp")).isEmpty();
    }

    @Test
    void importsAndDetectsDrift() throws Exception {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        String id = run(
                "create-change-set",
                "--stack-name=dkp",
                "--change-set-name=adopt",
                "--change-set-type=IMPORT",
                "--template-body=file://" + file(roleAlone()),
                "--capabilities=CAPABILITY_NAMED_IAM",
                "--resources-to-import",
                "[{\"ResourceType\":\"AWS::IAM::Role\",\"LogicalResourceId\":\"DKPBootstrapRole\","
                        + "\"ResourceIdentifier\":{\"RoleName\":\"dkp-bootstrapper-role\"}}]",
                "--query=Id");
        run("execute-change-set", "--change-set-name", id);
        run("wait", "stack-import-complete", "--stack-name=dkp");

        String detection = run("detect-stack-drift", "--stack-name=dkp", "--query=StackDriftDetectionId");
        assertThat(run(
                        "describe-stack-drift-detection-status",
                        "--stack-drift-detection-id",
                        detection,
                        "--query=[DetectionStatus,StackDriftStatus]"))
                .isEqualTo("DETECTION_COMPLETE\tDRIFTED");
        assertThat(run(
                        "describe-stack-resource-drifts",
                        "--stack-name=dkp",
                        "--stack-resource-drift-status-filters",
                        "MODIFIED",
                        "DELETED",
                        "--query=StackResourceDrifts[].[LogicalResourceId,StackResourceDriftStatus]"))
                .isEqualTo("DKPBootstrapRole\tMODIFIED");
    }

    @Test
    void continuesARollbackThatFailedAndTellsWhy() throws Exception {
        fixture.create();
        aws.inject(ResourceFault.on("AWSIAMManagedPolicyDKPBootstrapper")
                .whenUpdating()
                .fails("Rate exceeded"));
        aws.inject(ResourceFault.on("DKPBootstrapRole").whenRollingBack().fails("Not now"));
        fixture.update(Fixture.template()
                .replace("- ec2.amazonaws.com", "- ecs.amazonaws.com")
                .replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        assertThat(attempt("wait", "stack-update-complete", "--stack-name=dkp").err())
                .contains("\"UPDATE_ROLLBACK_FAILED\"");
        run("continue-update-rollback", "--stack-name=dkp");
        run("wait", "stack-rollback-complete", "--stack-name=dkp");

        String operation = fixture.stack("dkp").lastOperations().stream()
                .filter(last -> last.operationTypeAsString().equals("UPDATE_STACK"))
                .map(last -> last.operationId())
                .findFirst()
                .orElseThrow();
        AwsCli.Result events = attempt(
                "describe-events",
                "--operation-id",
                operation,
                "--filters=FailedEvents=true",
                "--query=OperationEvents[].ResourceStatusReason");
        assumeTrue(!events.err().contains("nvalid choice"), "this aws CLI has no describe-events");
        assertThat(events.out()).contains("Rate exceeded");
    }

    /** Returns a template of the role only, as it is kept. */
    private static String roleAlone() {
        String template = ChangeSetSteps.keeping("Retain");
        return "Resources:\n" + template.substring(template.indexOf("  DKPBootstrapRole:\n"));
    }

    private String file(String template) throws IOException {
        Path file = Files.createTempFile(directory, "template", ".yaml");
        Files.writeString(file, template);
        return file.toString();
    }

    /** Runs a command of {@code aws cloudformation} and returns what it printed; it must not fail. */
    private String run(String... arguments) throws Exception {
        AwsCli.Result result = attempt(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result.out();
    }

    private AwsCli.Result attempt(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("cloudformation"));
        command.addAll(List.of(arguments));
        return new AwsCli(aws, directory).run(aws.administrator(), command.toArray(String[]::new));
    }
}
