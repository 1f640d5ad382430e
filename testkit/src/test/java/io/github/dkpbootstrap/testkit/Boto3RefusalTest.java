// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors as boto3 understands them, with its exceptions, and what its own retries get over. */
class Boto3RefusalTest {
    @RegisterExtension
    static final Boto3 PYTHON = new Boto3();

    private final LocalAws aws = LocalAws.builder().time(TimeMode.scaled(5_000)).start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void raisesTheExceptionsOfStacks() throws IOException {
        assertThat(run("""
                print(refusal(cfn.create_stack, StackName='dkp', TemplateBody=template))
                cfn.create_stack(**stack, ClientRequestToken='mine')
                print(refusal(cfn.create_stack, **stack))
                print(refusal(cfn.create_stack, **{**stack, 'StackName': 'other'}, ClientRequestToken='mine'))
                print(refusal(cfn.describe_stacks, StackName='other'))
                wait('stack_create_complete', StackName='dkp')
                print(refusal(cfn.update_stack, **stack))
                cfn.update_termination_protection(StackName='dkp', EnableTerminationProtection=True)
                print(refusal(cfn.delete_stack, StackName='dkp'))
                """))
                .containsExactly(
                        "InsufficientCapabilitiesException 400 InsufficientCapabilitiesException: Requires capabilities : "
                                + "[CAPABILITY_NAMED_IAM]",
                        "AlreadyExistsException 400 AlreadyExistsException: Stack [dkp] already exists",
                        "TokenAlreadyExistsException 400 TokenAlreadyExistsException: A client request token already "
                                + "exists for another request: mine",
                        "ClientError 400 ValidationError: Stack with id other does not exist",
                        "ClientError 400 ValidationError: No updates are to be performed.",
                        "ClientError 400 ValidationError: Stack [dkp] cannot be deleted while TerminationProtection is "
                                + "enabled");
    }

    @Test
    void raisesTheExceptionsOfChangeSets() throws IOException {
        assertThat(run("""
                def change(name):
                    return cfn.create_change_set(**stack, ChangeSetName=name, ChangeSetType='CREATE')['Id']
                print(refusal(cfn.create_change_set, **stack, ChangeSetName='none'))
                arn = change('one')
                wait('change_set_create_complete', ChangeSetName=arn)
                print(refusal(change, name='one'))
                print(refusal(cfn.describe_change_set, StackName='dkp', ChangeSetName='none'))
                print(refusal(cfn.execute_change_set, StackName='dkp', ChangeSetName='none'))
                cfn.execute_change_set(ChangeSetName=arn)
                print(refusal(cfn.execute_change_set, ChangeSetName=arn).split(':')[0])
                print(issubclass(cfn.exceptions.InvalidChangeSetStatusException, cfn.exceptions.ClientError))
                """))
                .containsExactly(
                        "ClientError 400 ValidationError: Stack [dkp] does not exist",
                        "AlreadyExistsException 400 AlreadyExistsException: ChangeSet one already exists",
                        "ChangeSetNotFoundException 404 ChangeSetNotFound: ChangeSet [none] does not exist",
                        "ChangeSetNotFoundException 404 ChangeSetNotFound: ChangeSet [none] does not exist",
                        "InvalidChangeSetStatusException 400 InvalidChangeSetStatus",
                        "True");
    }

    @Test
    void raisesTheExceptionsOfIam() throws IOException {
        assertThat(run("""
                iam.create_role(RoleName='r', AssumeRolePolicyDocument=trust)
                print(refusal(iam.create_role, RoleName='r', AssumeRolePolicyDocument=trust))
                arn = iam.create_policy(PolicyName='p', PolicyDocument=policy)['Policy']['Arn']
                iam.attach_role_policy(RoleName='r', PolicyArn=arn)
                print(refusal(iam.delete_policy, PolicyArn=arn).split(':')[0])
                for version in range(4):
                    iam.create_policy_version(PolicyArn=arn, PolicyDocument=policy)
                print(refusal(iam.create_policy_version, PolicyArn=arn, PolicyDocument=policy).split(':')[0])
                print(refusal(iam.get_role, RoleName='none'))
                print(refusal(iam.put_role_policy, RoleName='r', PolicyName='i', PolicyDocument='{').split(':')[0])
                """))
                .containsExactly(
                        "EntityAlreadyExistsException 409 EntityAlreadyExists: Role with name r already exists.",
                        "DeleteConflictException 409 DeleteConflict",
                        "LimitExceededException 409 LimitExceeded",
                        "NoSuchEntityException 404 NoSuchEntity: The role with name none cannot be found.",
                        "MalformedPolicyDocumentException 400 MalformedPolicyDocument");
    }

    @Test
    void tellsWhoIsNotAllowedWhat() throws IOException {
        List<String> lines = PYTHON.run(aws, aws.createUser("nobody"), Map.of(), """
                print(refusal(cfn.list_stacks))
                """);
        assertThat(lines)
                .containsExactly("ClientError 403 AccessDenied: User: arn:aws:iam::123456789012:user/nobody is not "
                        + "authorized to perform: cloudformation:ListStacks on resource: "
                        + "arn:aws:cloudformation:us-east-1:123456789012:stack/*/* because no identity-based policy "
                        + "allows the cloudformation:ListStacks action");
    }

    @Test
    void getsOverPassingFaultsByItsOwnRetries() throws IOException {
        aws.inject(CallFault.throttled().on("cloudformation:ListStacks"));
        aws.inject(CallFault.unavailable().on("cloudformation:DescribeStacks"));
        aws.inject(CallFault.serverError().on("cloudformation:GetTemplateSummary"));
        aws.inject(CallFault.reset().on("iam:ListRoles"));
        aws.inject(CallFault.lostBeforeEffect().on("iam:CreateRole"));
        aws.inject(CallFault.lostAfterEffect().on("cloudformation:CreateStack"));
        aws.inject(CallFault.lostAfterEffect().on("iam:CreatePolicy"));
        assertThat(run("""
                from concurrent.futures import ThreadPoolExecutor
                from functools import partial
                calls = [partial(cfn.list_stacks), partial(cfn.describe_stacks), partial(iam.list_roles),
                         partial(cfn.get_template_summary, TemplateBody=template),
                         partial(iam.create_role, RoleName='r', AssumeRolePolicyDocument=trust),
                         partial(cfn.create_stack, **stack, ClientRequestToken='mine'),
                         partial(iam.create_policy, PolicyName='p', PolicyDocument=policy)]
                with ThreadPoolExecutor() as pool:
                    for line in pool.map(refusal, calls):
                        print(line)
                print(len(cfn.list_stacks()['StackSummaries']))
                """))
                .containsExactly(
                        "accepted",
                        "accepted",
                        "accepted",
                        "accepted",
                        "accepted",
                        "accepted",
                        "EntityAlreadyExistsException 409 EntityAlreadyExists: A policy called p already exists. "
                                + "Duplicate names are not allowed.",
                        "1");
        assertThat(aws.calls()).filteredOn(call -> call.fault().isPresent()).hasSize(7);
        assertThat(aws.calls()).hasSize(7 + 7 + 1);
    }

    @Test
    void doesNotTakeGarbageForAnAnswer() throws IOException {
        aws.inject(CallFault.garbage().on("cloudformation:ListStacks"));
        aws.inject(CallFault.entityExpansion().on("iam:ListRoles"));
        aws.inject(CallFault.truncated().on("cloudformation:DescribeStacks"));
        assertThat(run("""
                from botocore.parsers import ResponseParserError
                for call in [cfn.list_stacks, iam.list_roles, cfn.describe_stacks]:
                    try:
                        print(sorted(call())[0])
                    except ResponseParserError as e:
                        print(type(e).__name__)
                """)).containsExactly("ResponseParserError", "ResponseParserError", "ResponseMetadata");
        assertThat(aws.calls())
                .extracting(LocalCall::action)
                .containsExactly(
                        "cloudformation:ListStacks",
                        "iam:ListRoles",
                        "cloudformation:DescribeStacks",
                        "cloudformation:DescribeStacks");
    }

    private List<String> run(String script) throws IOException {
        Map<String, String> values =
                Map.of("template", Fixture.template(), "trust", Trust.EC2, "policy", Trust.ANY_POLICY);
        String stack = "stack = dict(StackName='dkp', TemplateBody=template, Capabilities=['CAPABILITY_NAMED_IAM'])\n";
        return PYTHON.run(aws, aws.administrator(), values, stack + script);
    }
}
