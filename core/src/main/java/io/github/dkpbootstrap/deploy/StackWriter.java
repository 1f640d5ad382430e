// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/**
 * The calls that change a stack. Each carries a fresh {@linkplain OperationToken token}, the same in every repetition. All
 * but the first are made by the stack's id: a new stack of the same name must not be mistaken for it.
 */
final class StackWriter {
    private static final String NO_UPDATES = "No updates are to be performed";

    private final CloudFormationClient client;
    private final AwsCalls calls;
    private final OperationToken token;

    StackWriter(BootstrapClients clients, OperationToken token, String stack) {
        this.client = clients.cloudFormation();
        this.calls = AwsCalls.about(stack, clients.sleeper());
        this.token = token;
    }

    /** Starts creating the stack and returns its id. */
    String create(StackRequest request) {
        CreateStackRequest create = CreateStackRequest.builder()
                .stackName(request.stackName())
                .templateBody(request.templateBody())
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .tags(tags(request.tags()))
                .clientRequestToken(token.next())
                .build();
        return Refusal.translated(
                        StackOperation.CREATE,
                        request.stackName(),
                        () -> calls.call(() -> {
                            var response = client.createStack(create);
                            if (response.stackId() == null) {
                                throw PassingFault.lacking("the id of the stack");
                            }
                            return response;
                        }))
                .stackId();
    }

    /** Starts updating the stack; returns false where CloudFormation finds nothing to change. */
    boolean update(StackRequest request, StackSnapshot stack) {
        UpdateStackRequest.Builder update = UpdateStackRequest.builder()
                .stackName(stack.id())
                .templateBody(request.templateBody())
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .clientRequestToken(token.next());
        if (!request.tags().isEmpty()) {
            update.tags(tags(request.tags()));
        }
        UpdateStackRequest built = update.build();
        return Refusal.translated(StackOperation.UPDATE, stack.id(), () -> {
            try {
                calls.call(() -> client.updateStack(built));
                return true;
            } catch (CloudFormationException e) {
                if (Refusal.reason(e).startsWith(NO_UPDATES)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Starts deleting the stack. */
    void delete(StackSnapshot stack) {
        DeleteStackRequest delete = DeleteStackRequest.builder()
                .stackName(stack.id())
                .clientRequestToken(token.next())
                .build();
        Refusal.translated(StackOperation.DELETE, stack.id(), () -> calls.call(() -> client.deleteStack(delete)));
    }

    /** Starts rolling back a failed update. */
    void rollBack(StackSnapshot stack) {
        RollbackStackRequest rollback = RollbackStackRequest.builder()
                .stackName(stack.id())
                .retainExceptOnCreate(true)
                .clientRequestToken(token.next())
                .build();
        Refusal.translated(StackOperation.ROLLBACK, stack.id(), () -> calls.call(() -> client.rollbackStack(rollback)));
    }

    /** Starts continuing a failed rollback, leaving {@code skipped} as they are. */
    void continueRollback(StackSnapshot stack, Collection<String> skipped) {
        ContinueUpdateRollbackRequest.Builder rollback =
                ContinueUpdateRollbackRequest.builder().stackName(stack.id()).clientRequestToken(token.next());
        if (!skipped.isEmpty()) {
            rollback.resourcesToSkip(skipped);
        }
        ContinueUpdateRollbackRequest built = rollback.build();
        Refusal.translated(
                StackOperation.ROLLBACK, stack.id(), () -> calls.call(() -> client.continueUpdateRollback(built)));
    }

    /** Asks for an update in flight to be undone; legal in {@code UPDATE_IN_PROGRESS} alone. */
    void cancelUpdate(String stackId) {
        String cancel = token.next();
        Refusal.translated(
                StackOperation.UPDATE,
                stackId,
                () -> calls.call(
                        () -> client.cancelUpdateStack(r -> r.stackName(stackId).clientRequestToken(cancel))));
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
