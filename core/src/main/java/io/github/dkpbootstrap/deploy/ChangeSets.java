// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
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
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * Change sets: made under a name of our own, read in full, executed or thrown away. Those of others are never touched.
 * Calls that fail by a passing fault are repeated with the same token.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html">
 *     Change sets</a>
 */
final class ChangeSets {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeSets.class);

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
                .templateBody(request.templateBody())
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

    /** Starts executing the change set; the events of the operation carry the token that is returned. */
    String execute(StackOperation operation, ChangeSetSnapshot changeSet) {
        String execution = token.next();
        Refusal.translated(
                operation,
                changeSet.stackId(),
                () -> calls.call(() -> client.executeChangeSet(
                        r -> r.changeSetName(changeSet.id()).clientRequestToken(execution))));
        return execution;
    }

    /** Throws the change set away; one that is gone already is no error. */
    void delete(String changeSetArn) {
        try {
            calls.call(() -> client.deleteChangeSet(r -> r.changeSetName(changeSetArn)));
        } catch (ChangeSetNotFoundException e) {
            return;
        }
    }

    /**
     * Throws away a change set that nobody will execute; what fails is logged, for an unused change set does no harm.
     *
     * @return false if it is still being made, so that it may be thrown away later
     */
    boolean throwAway(String changeSetArn) {
        try {
            delete(changeSetArn);
        } catch (InvalidChangeSetStatusException e) {
            LOG.info("The change set {} cannot be thrown away now: {}", changeSetArn, e.getMessage());
            return false;
        } catch (SdkException | StackOperationException e) {
            LOG.warn("The change set {} could not be thrown away: {}", changeSetArn, e.getMessage());
        }
        return true;
    }

    /** Returns the names of the stack's change sets that are not of this deployment. */
    List<String> foreign(String stackId) {
        return summaries(stackId).stream()
                .map(ChangeSetSummary::changeSetName)
                .filter(name -> name != null && !token.isOurs(name))
                .toList();
    }

    /** Returns the names of all the stack's change sets. */
    List<String> all(String stackId) {
        return summaries(stackId).stream().map(ChangeSetSummary::changeSetName).toList();
    }

    private List<ChangeSetSummary> summaries(String stackId) {
        List<ChangeSetSummary> all = new ArrayList<>();
        Optional<String> page = Optional.empty();
        do {
            String next = page.orElse(null);
            ListChangeSetsResponse response = calls.call(
                    () -> client.listChangeSets(r -> r.stackName(stackId).nextToken(next)));
            all.addAll(response.summaries());
            page = Optional.ofNullable(response.nextToken());
        } while (page.isPresent());
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
        DescribeChangeSetResponse response;
        do {
            DescribeChangeSetRequest page = request.build();
            response = calls.call(() -> whole(client.describeChangeSet(page)));
            response.changes().stream()
                    .map(Change::resourceChange)
                    .filter(change -> change != null)
                    .forEach(changes::add);
            request.nextToken(response.nextToken());
        } while (response.nextToken() != null);
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

    private static ChangeSetType type(ChangeSetKind kind) {
        return switch (kind) {
            case CREATE -> ChangeSetType.CREATE;
            case IMPORT -> ChangeSetType.IMPORT;
            case UPDATE, REVERT_DRIFT -> ChangeSetType.UPDATE;
        };
    }
}
