// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the vendor's page, run by the AWS CLI. */
class AwsCliTest {
    private static final String UNQUOTED = "Version: 2012-10-17";

    @TempDir
    private Path directory = Path.of("");

    private final LocalAws aws = LocalAws.builder().time(TimeMode.scaled(200)).start();

    @BeforeEach
    void needsTheCli() {
        assumeTrue(AwsCli.isInstalled(), "the aws CLI is not on the PATH");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void walksThroughTheVendorsPage() throws Exception {
        AwsCli cli = new AwsCli(aws, directory);
        AwsCli.Result created = create(cli, Fixture.template());
        assertThat(created.err()).isEmpty();
        assertThat(created.out()).startsWith("arn:aws:cloudformation:us-east-1:123456789012:stack/dkp/");
        assertThat(awaitEnd(cli, "dkp")).isEqualTo("CREATE_COMPLETE");

        AwsCli.Result assumed = cli.run(
                aws.administrator(),
                "sts",
                "assume-role",
                "--role-arn",
                Fixture.ROLE,
                "--role-session-name",
                "EXAMPLE",
                "--query",
                "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]");
        assertThat(assumed.err()).isEmpty();
        String[] values = assumed.out().split("\t", -1);
        Map<String, String> session = Map.of(
                "AWS_ACCESS_KEY_ID", values[0],
                "AWS_SECRET_ACCESS_KEY", values[1],
                "AWS_SESSION_TOKEN", values[2]);

        assertThat(cli.run(session, "sts", "get-caller-identity", "--query", "Arn")
                        .out())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/EXAMPLE");
        assertThat(cli.run(session, "ec2", "describe-vpcs").err())
                .contains("(NotImplemented)")
                .contains("ec2:DescribeVpcs");
        assertThat(cli.run(session, "ec2", "describe-regions").err())
                .contains("(UnauthorizedOperation)")
                .contains("is not authorized to perform: ec2:DescribeRegions because no identity-based policy allows");
        assertThat(cli.run(session, "secretsmanager", "create-secret", "--name", "other", "--secret-string", "x")
                        .err())
                .contains("(AccessDeniedException)");
        assertThat(cli.run(aws.administrator(), "cloudformation", "delete-stack", "--stack-name", "dkp")
                        .err())
                .isEmpty();
        assertThat(awaitEnd(cli, created.out())).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void deploysThroughAChangeSet() throws Exception {
        AwsCli cli = new AwsCli(aws, directory);
        Path file = directory.resolve("template.yaml");
        Files.writeString(file, Fixture.template());
        AwsCli.Result created = cli.run(
                aws.administrator(),
                "cloudformation",
                "create-change-set",
                "--stack-name=dkp",
                "--change-set-name=first",
                "--change-set-type=CREATE",
                "--template-body=file://" + file,
                "--capabilities=CAPABILITY_NAMED_IAM",
                "--query=Id");
        assertThat(created.err()).isEmpty();
        AwsCli.Result waited = cli.run(
                aws.administrator(),
                "cloudformation",
                "wait",
                "change-set-create-complete",
                "--change-set-name",
                created.out());
        assertThat(waited.err()).isEmpty();
        assertThat(waited.exitCode()).isZero();
        AwsCli.Result described = cli.run(
                aws.administrator(),
                "cloudformation",
                "describe-change-set",
                "--change-set-name",
                created.out(),
                "--include-property-values",
                "--query=Changes[].ResourceChange.[Action,LogicalResourceId]");
        assertThat(described.err()).isEmpty();
        assertThat(described.out().lines())
                .containsExactlyInAnyOrder(
                        "Add\tDKPBootstrapRole",
                        "Add\tAWSIAMManagedPolicyDKPBootstrapper",
                        "Add\tAWSIAMInstanceProfileDKPBootstrapper");
        assertThat(cli.run(
                                aws.administrator(),
                                "cloudformation",
                                "execute-change-set",
                                "--change-set-name",
                                created.out())
                        .err())
                .isEmpty();
        assertThat(awaitEnd(cli, "dkp")).isEqualTo("CREATE_COMPLETE");

        AwsCli.Result again = cli.run(
                aws.administrator(),
                "cloudformation",
                "deploy",
                "--stack-name=dkp",
                "--template-file=" + file,
                "--capabilities=CAPABILITY_NAMED_IAM",
                "--no-fail-on-empty-changeset");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("No changes to deploy. Stack dkp is up to date");
    }

    @Test
    void refusesThePlaceholderOfTheVendorsPageAsAPrincipal() throws Exception {
        AwsCli cli = new AwsCli(aws, directory);
        assertThat(create(cli, Fixture.vendorTemplate()).err()).isEmpty();
        assertThat(awaitEnd(cli, "dkp")).isEqualTo("ROLLBACK_COMPLETE");

        AwsCli.Result events = cli.run(
                aws.administrator(),
                "cloudformation",
                "describe-stack-events",
                "--stack-name",
                "dkp",
                "--query",
                "StackEvents[?ResourceStatus=='CREATE_FAILED'].ResourceStatusReason");
        assertThat(events.out())
                .contains("Invalid principal in policy: \"AWS\":\"arn:aws:iam::MYAWSACCOUNT:root\" "
                        + "(Service: Iam, Status Code: 400, Request ID: ");
    }

    private AwsCli.Result create(AwsCli cli, String template) throws Exception {
        Path file = directory.resolve("template.yaml");
        Files.writeString(file, template.replace("Version: '2012-10-17'", UNQUOTED));
        assertThat(file).content().contains(UNQUOTED);
        return cli.run(
                aws.administrator(),
                "cloudformation",
                "create-stack",
                "--template-body=file://" + file,
                "--stack-name=dkp",
                "--capabilities",
                "CAPABILITY_NAMED_IAM",
                "--query",
                "StackId");
    }

    private String awaitEnd(AwsCli cli, String stack) throws Exception {
        Instant deadline = Clock.systemUTC().instant().plus(Duration.ofSeconds(30));
        while (Clock.systemUTC().instant().isBefore(deadline)) {
            AwsCli.Result result = cli.run(
                    aws.administrator(),
                    "cloudformation",
                    "describe-stacks",
                    "--stack-name",
                    stack,
                    "--query",
                    "Stacks[0].StackStatus");
            if (!result.out().endsWith("_IN_PROGRESS")) {
                return result.out() + result.err();
            }
        }
        return "still in progress";
    }
}
