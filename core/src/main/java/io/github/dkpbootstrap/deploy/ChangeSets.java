// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * Change sets: made under a name of our own, read in full, executed or thrown away. Those of others are never touched.
 * Calls that fail by a passing fault are repeated with the same token.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html">
 *     Change sets</a>
 */
final class ChangeSets {
    private final CloudFormationClient client;
    private final AwsCalls calls;
    private final OperationToken token;

    ChangeSets(BootstrapClients clients, OperationToken token, String stack) {
        this.client = clients.cloudFormation();
        this.calls = AwsCalls.about(stack, clients.sleeper());
        this.token = token;
    }

    /** Starts making a change set and returns its ARN. Making one for a stack that is not there makes its shell. */
    String create(ChangeSetRequest request) {
        String name = token.next();
        CreateChangeSetRequest.Builder create = CreateChangeSetRequest.builder()
                .stackName(request.stack())
                .changeSetName(name)
                .clientToken(name)
                .changeSetType(type(request.kind()))
                .templateBody(request.templateBody().orElse(null))
                .usePreviousTemplate(request.templateBody().isEmpty())
                .parameters(kept(request.keptParameters()))
                .capabilities(Capability.CAPABILITY_NAMED_IAM);
        if (!request.tags().isEmpty()) {
            create.tags(StackWriter.tags(request.tags()));
        }
        if (!request.imports().isEmpty()) {
            create.resourcesToImport(request.imports());
        }
        if (request.kind() == ChangeSetKind.REVERT_DRIFT) {
            create.deploymentMode(DeploymentMode.REVERT_DRIFT);
        }
        CreateChangeSetRequest built = create.build();
        return Refusal.translated(StackOperation.PLAN, request.stack(), () -> calls.call(() -> whole(built)))
                .id();
    }

    /** Returns the change set with all its pages and the values of properties. */
    ChangeSetSnapshot describe(String changeSetArn) {
        return read(
                DescribeChangeSetRequest.builder().changeSetName(changeSetArn).includePropertyValues(true));
    }

    /** Returns the change set without the values of properties, which may hide changes. */
    ChangeSetSnapshot describeWithoutValues(String changeSetArn) {
        return read(DescribeChangeSetRequest.builder().changeSetName(changeSetArn));
    }

    /** Returns a token for an execution, which the events of the operation will carry. */
    String newExecution() {
        return token.next();
    }

    /** Starts executing the change set. */
    void execute(StackOperation operation, ChangeSetSnapshot changeSet, String execution) {
        Refusal.translated(
                operation,
                changeSet.stackId(),
                () -> calls.call(() -> client.executeChangeSet(
                        r -> r.changeSetName(changeSet.id()).clientRequestToken(execution))));
    }

    /** Throws the change set away; one that is gone already is no error. */
    void delete(String changeSetArn) {
        try {
            calls.call(() -> client.deleteChangeSet(r -> r.changeSetName(changeSetArn)));
        } catch (ChangeSetNotFoundException e) {
            return;
        }
    }

    /** Returns the names of the stack's change sets that are not of this deployment. */
    List<String> foreign(String stackId) {
        return summaries(stackId).stream()
                .map(ChangeSetSummary::changeSetName)
                .filter(name -> name != null && !token.isOurs(name))
                .toList();
    }

    /** Returns the ARNs of all the stack's change sets. */
    List<String> all(String stackId) {
        return summaries(stackId).stream().map(ChangeSetSummary::changeSetId).toList();
    }

    private List<ChangeSetSummary> summaries(String stackId) {
        List<ChangeSetSummary> all = new ArrayList<>();
        PageCursor cursor = new PageCursor("change sets");
        ListChangeSetsResponse response;
        do {
            String page = cursor.token();
            response = calls.call(
                    () -> client.listChangeSets(r -> r.stackName(stackId).nextToken(page)));
            all.addAll(response.summaries());
        } while (cursor.advance(response.nextToken()));
        return all;
    }

    private CreateChangeSetResponse whole(CreateChangeSetRequest request) {
        CreateChangeSetResponse response = client.createChangeSet(request);
        if (response.id() == null) {
            throw PassingFault.lacking("the id of the change set");
        }
        return response;
    }

    private ChangeSetSnapshot read(DescribeChangeSetRequest.Builder request) {
        List<ResourceChange> changes = new ArrayList<>();
        PageCursor cursor = new PageCursor("changes");
        DescribeChangeSetResponse response;
        do {
            DescribeChangeSetRequest page = request.nextToken(cursor.token()).build();
            response = calls.call(() -> whole(client.describeChangeSet(page)));
            response.changes().stream()
                    .map(Change::resourceChange)
                    .filter(change -> change != null)
                    .forEach(changes::add);
        } while (cursor.advance(response.nextToken()));
        return ChangeSetSnapshot.builder()
                .id(response.changeSetId())
                .stackId(response.stackId())
                .status(response.statusAsString())
                .reason(Optional.ofNullable(response.statusReason()))
                .executionStatus(String.valueOf(response.executionStatusAsString()))
                .changes(changes)
                .build();
    }

    private static DescribeChangeSetResponse whole(DescribeChangeSetResponse response) {
        if (response.changeSetId() == null || response.stackId() == null || response.statusAsString() == null) {
            throw PassingFault.lacking("the change set's id, stack or status");
        }
        return response;
    }

    private static List<Parameter> kept(List<String> parameters) {
        return parameters.stream()
                .map(name -> Parameter.builder()
                        .parameterKey(name)
                        .usePreviousValue(true)
                        .build())
                .toList();
    }

    private static ChangeSetType type(ChangeSetKind kind) {
        return switch (kind) {
            case CREATE -> ChangeSetType.CREATE;
            case IMPORT -> ChangeSetType.IMPORT;
            case UPDATE, REVERT_DRIFT -> ChangeSetType.UPDATE;
        };
    }
}
