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

/** The lives of stacks as boto3 leads and follows them: its waiters and paginators, not ours. */
class Boto3Test {
    @RegisterExtension
    static final Boto3 PYTHON = new Boto3();

    private final LocalAws aws =
            LocalAws.builder().time(TimeMode.scaled(1000)).pageSize(2).start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void waitsForACreationAnUpdateAndADeletion() throws IOException {
        List<String> lines = run("""
                def status():
                    return cfn.describe_stacks(StackName=arn)['Stacks'][0]['StackStatus']
                arn = cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named)['StackId']
                wait('stack_create_complete', StackName='dkp')
                print(status())
                wait('stack_exists', StackName='dkp')
                cfn.update_stack(StackName='dkp', TemplateBody=changed, Capabilities=named)
                wait('stack_update_complete', StackName='dkp')
                print(status())
                cfn.delete_stack(StackName='dkp')
                wait('stack_delete_complete', StackName=arn)
                wait('stack_delete_complete', StackName='dkp')
                print(status())
                """);
        assertThat(lines).containsExactly("CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE");
    }

    @Test
    void tellsAWaiterOfACreationThatFailed() throws IOException {
        aws.inject(ResourceFault.on("DKPBootstrapRole").whenCreating().fails("Rate exceeded"));
        List<String> lines = run("""
                from botocore.exceptions import WaiterError
                cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named)
                try:
                    wait('stack_create_complete', StackName='dkp')
                except WaiterError as e:
                    print(e)
                    print(e.last_response['Stacks'][0]['StackStatus'])
                for event in cfn.get_paginator('describe_stack_events').paginate(StackName='dkp').search(
                        "StackEvents[?ResourceStatus=='CREATE_FAILED'].ResourceStatusReason"):
                    print(event)
                """);
        assertThat(lines.get(0))
                .startsWith("Waiter StackCreateComplete failed: ")
                .contains("terminal failure state");
        assertThat(lines).element(1).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3).last().isEqualTo("Rate exceeded");
    }

    @Test
    void followsChangeSetsThroughAllTheirPages() throws IOException {
        List<String> lines = run("""
                def change(name, body, kind):
                    return cfn.create_change_set(StackName='dkp', ChangeSetName=name, ChangeSetType=kind,
                                                 TemplateBody=body, Capabilities=named)['Id']
                first = change('first', template, 'CREATE')
                wait('change_set_create_complete', ChangeSetName=first)
                pages = list(cfn.get_paginator('describe_change_set').paginate(ChangeSetName=first))
                print(len(pages), sorted(c['ResourceChange']['LogicalResourceId'] for p in pages for c in p['Changes']))
                print({(p['Status'], p['ExecutionStatus'], p['StackName']) for p in pages})
                cfn.execute_change_set(ChangeSetName=first)
                wait('stack_create_complete', StackName='dkp')
                for name in ['a', 'b', 'c']:
                    change(name, changed, 'UPDATE')
                    wait('change_set_create_complete', StackName='dkp', ChangeSetName=name)
                pages = list(cfn.get_paginator('list_change_sets').paginate(StackName='dkp'))
                print(len(pages), sorted(s['ChangeSetName'] for p in pages for s in p['Summaries']))
                cfn.execute_change_set(StackName='dkp', ChangeSetName='b')
                wait('stack_update_complete', StackName='dkp')
                """);
        assertThat(lines)
                .containsExactly(
                        "2 ['AWSIAMInstanceProfileDKPBootstrapper', 'AWSIAMManagedPolicyDKPBootstrapper', "
                                + "'DKPBootstrapRole']",
                        "{('CREATE_COMPLETE', 'AVAILABLE', 'dkp')}",
                        "2 ['a', 'b', 'c']");
    }

    @Test
    void tellsAWaiterOfAChangeSetWithoutChanges() throws IOException {
        assertThat(run("""
                from botocore.exceptions import WaiterError
                cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named)
                wait('stack_create_complete', StackName='dkp')
                cfn.create_change_set(StackName='dkp', ChangeSetName='same', TemplateBody=template, Capabilities=named)
                try:
                    wait('change_set_create_complete', StackName='dkp', ChangeSetName='same')
                except WaiterError as e:
                    print(e.last_response['Status'], e.last_response['ExecutionStatus'])
                    print(e.last_response['StatusReason'])
                """))
                .containsExactly(
                        "FAILED UNAVAILABLE",
                        "The submitted information didn't contain changes. Submit different information to create a "
                                + "change set.");
    }

    @Test
    void pagesThroughEventsNewestFirstWithoutLossOrRepetition() throws IOException {
        assertThat(run("""
                cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named, ClientRequestToken='mine')
                wait('stack_create_complete', StackName='dkp')
                pages = list(cfn.get_paginator('describe_stack_events').paginate(StackName='dkp'))
                events = [e for p in pages for e in p['StackEvents']]
                print(all(len(p['StackEvents']) == 2 for p in pages[:-1]), len({e['EventId'] for e in events}))
                print(events[0]['ResourceStatus'], events[-1]['ResourceStatus'], {e['ClientRequestToken'] for e in events})
                times = [e['Timestamp'] for e in events]
                print(times == sorted(times, reverse=True), times[0].utcoffset())
                if not hasattr(cfn, 'describe_events'):
                    print('no describe_events')
                else:
                    pages = cfn.get_paginator('describe_events').paginate(StackName='dkp')
                    found = [e for p in pages for e in p['OperationEvents']]
                    print({e['OperationType'] for e in found}, len({e['EventId'] for e in found}) == len(found))
                    print(sum(e['EventType'] == 'PROGRESS_EVENT' for e in found))
                """))
                .startsWith("True 11", "CREATE_COMPLETE CREATE_IN_PROGRESS {'mine'}", "True 0:00:00")
                .endsWith("{'CREATE_STACK'} True", "9");
    }

    @Test
    void detectsDrift() throws IOException {
        assertThat(run("""
                import json
                cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named)
                wait('stack_create_complete', StackName='dkp')
                trusted = iam.get_role(RoleName='dkp-bootstrapper-role')['Role']['AssumeRolePolicyDocument']
                del trusted['Statement'][1]
                iam.update_assume_role_policy(RoleName='dkp-bootstrapper-role', PolicyDocument=json.dumps(trusted))
                run = cfn.detect_stack_drift(StackName='dkp')['StackDriftDetectionId']
                while (state := cfn.describe_stack_drift_detection_status(StackDriftDetectionId=run))[
                        'DetectionStatus'] == 'DETECTION_IN_PROGRESS':
                    pass
                print(state['DetectionStatus'], state['StackDriftStatus'], state['DriftedStackResourceCount'])
                token, found = {}, []
                while token is not None:
                    page = cfn.describe_stack_resource_drifts(StackName='dkp', MaxResults=1, **token)
                    found += page['StackResourceDrifts']
                    token = {'NextToken': page['NextToken']} if 'NextToken' in page else None
                print(sorted((d['LogicalResourceId'], d['StackResourceDriftStatus']) for d in found))
                role = [d for d in found if d['LogicalResourceId'] == 'DKPBootstrapRole'][0]
                print([(d['PropertyPath'], d['DifferenceType']) for d in role['PropertyDifferences']])
                print(cfn.describe_stacks(StackName='dkp')['Stacks'][0]['DriftInformation']['StackDriftStatus'])
                """))
                .containsExactly(
                        "DETECTION_COMPLETE DRIFTED 1",
                        "[('AWSIAMInstanceProfileDKPBootstrapper', 'IN_SYNC'), "
                                + "('AWSIAMManagedPolicyDKPBootstrapper', 'IN_SYNC'), ('DKPBootstrapRole', 'MODIFIED')]",
                        "[('/AssumeRolePolicyDocument/Statement/1', 'REMOVE')]",
                        "DRIFTED");
    }

    @Test
    void importsWhatExists() throws IOException {
        assertThat(run("""
                iam.create_role(RoleName='dkp-bootstrapper-role', AssumeRolePolicyDocument=trust)
                iam.create_policy(PolicyName='dkp-bootstrapper-policy', PolicyDocument=policy)
                iam.create_instance_profile(InstanceProfileName='DKPBootstrapInstanceProfile')
                wanted = {('AWS::IAM::Role', 'DKPBootstrapRole'): {'RoleName': 'dkp-bootstrapper-role'},
                          ('AWS::IAM::ManagedPolicy', 'AWSIAMManagedPolicyDKPBootstrapper'): {'PolicyArn': arn},
                          ('AWS::IAM::InstanceProfile', 'AWSIAMInstanceProfileDKPBootstrapper'): {
                              'InstanceProfileName': 'DKPBootstrapInstanceProfile'}}
                adopt = cfn.create_change_set(
                    StackName='dkp', ChangeSetName='adopt', ChangeSetType='IMPORT', TemplateBody=kept,
                    Capabilities=named, ResourcesToImport=[
                        {'ResourceType': kind, 'LogicalResourceId': name, 'ResourceIdentifier': identifier}
                        for (kind, name), identifier in wanted.items()])['Id']
                wait('change_set_create_complete', ChangeSetName=adopt)
                pages = cfn.get_paginator('describe_change_set').paginate(ChangeSetName=adopt)
                print({c['ResourceChange']['Action'] for p in pages for c in p['Changes']})
                cfn.execute_change_set(ChangeSetName=adopt)
                wait('stack_import_complete', StackName='dkp')
                resources = cfn.get_paginator('list_stack_resources').paginate(StackName='dkp')
                print(sorted(r['PhysicalResourceId'] for p in resources for r in p['StackResourceSummaries']))
                """))
                .containsExactly(
                        "{'Import'}",
                        "['DKPBootstrapInstanceProfile', '" + Fixture.POLICY + "', 'dkp-bootstrapper-role']");
    }

    @Test
    void continuesARollbackThatFailed() throws IOException {
        aws.inject(ResourceFault.on("DKPBootstrapRole").whenRollingBack().fails("Not now"));
        assertThat(run("""
                from botocore.exceptions import WaiterError
                cfn.create_stack(StackName='dkp', TemplateBody=template, Capabilities=named)
                wait('stack_create_complete', StackName='dkp')
                iam.create_role(RoleName='taken', AssumeRolePolicyDocument=trust)
                cfn.update_stack(StackName='dkp', TemplateBody=failing, Capabilities=named)
                try:
                    wait('stack_update_complete', StackName='dkp')
                except WaiterError as e:
                    print(e.last_response['Stacks'][0]['StackStatus'])
                print(refusal(cfn.update_stack, StackName='dkp', TemplateBody=template, Capabilities=named))
                cfn.continue_update_rollback(StackName='dkp')
                wait('stack_rollback_complete', StackName='dkp')
                print(refusal(cfn.continue_update_rollback, StackName='dkp'))
                """))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("UPDATE_ROLLBACK_FAILED"),
                        line -> assertThat(line)
                                .startsWith("ClientError 400 ValidationError: Stack:arn:aws:cloudformation:")
                                .endsWith(" is in UPDATE_ROLLBACK_FAILED state and can not be updated."),
                        line -> assertThat(line)
                                .isEqualTo("ClientError 400 ValidationError: RollbackUpdatedStack cannot be called "
                                        + "from current stack status"));
    }

    private List<String> run(String script) throws IOException {
        String changed = Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions");
        String failing = Fixture.withRole("Extra", "taken").replace("- ec2.amazonaws.com", "- ecs.amazonaws.com");
        Map<String, String> values = Map.of(
                "template",
                Fixture.template(),
                "changed",
                changed,
                "failing",
                failing,
                "kept",
                ChangeSetSteps.keeping("Retain"),
                "trust",
                Trust.EC2,
                "policy",
                Trust.ANY_POLICY,
                "arn",
                Fixture.POLICY);
        return PYTHON.run(aws, aws.administrator(), values, "named = ['CAPABILITY_NAMED_IAM']\n" + script);
    }
}
