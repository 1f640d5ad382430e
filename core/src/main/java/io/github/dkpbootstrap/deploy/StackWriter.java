// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/**
 * The calls that change a stack. Each carries a fresh token that starts with a fingerprint of what is deployed: the SDK's
 * own retries repeat it, so that a lost answer never doubles an effect.
 */
final class StackWriter {
    private static final String NO_UPDATES = "No updates are to be performed";

    private final CloudFormationClient client;

    StackWriter(CloudFormationClient client) {
        this.client = client;
    }

    /** Starts creating the stack and returns its id. */
    String create(StackRequest request) {
        try {
            return client.createStack(CreateStackRequest.builder()
                            .stackName(request.stackName())
                            .templateBody(request.templateBody())
                            .capabilities(Capability.CAPABILITY_NAMED_IAM)
                            .tags(tags(request.tags()))
                            .clientRequestToken(token(request))
                            .build())
                    .stackId();
        } catch (CloudFormationException e) {
            throw refused(StackOperation.CREATE, request.stackName(), e);
        }
    }

    /** Starts updating the stack; returns false where CloudFormation finds nothing to change. */
    boolean update(StackRequest request, StackSnapshot stack) {
        UpdateStackRequest.Builder update = UpdateStackRequest.builder()
                .stackName(stack.id())
                .templateBody(request.templateBody())
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .clientRequestToken(token(request));
        if (!request.tags().isEmpty()) {
            update.tags(tags(request.tags()));
        }
        try {
            client.updateStack(update.build());
            return true;
        } catch (CloudFormationException e) {
            if (reason(e).startsWith(NO_UPDATES)) {
                return false;
            }
            throw refused(StackOperation.UPDATE, stack.id(), e);
        }
    }

    /** Starts deleting the stack. By its id: a new stack of the same name must not be mistaken for it. */
    void delete(StackSnapshot stack) {
        try {
            client.deleteStack(r -> r.stackName(stack.id()).clientRequestToken("dkp-delete-" + UUID.randomUUID()));
        } catch (CloudFormationException e) {
            throw refused(StackOperation.DELETE, stack.id(), e);
        }
    }

    private static StackOperationException refused(StackOperation operation, String stack, CloudFormationException e) {
        String reason = reason(e);
        if (reason.contains("state and can not be updated")) {
            return new StackBusyException(
                    "%s of stack %s was refused: %s. Call again to wait for the other operation"
                            .formatted(operation, stack, reason),
                    stack,
                    operation);
        }
        return new StackOperationException(
                "%s of stack %s was refused by CloudFormation: %s. %s"
                        .formatted(operation, stack, reason, Remedy.of(reason)),
                stack,
                operation,
                null,
                reason,
                e);
    }

    private static String reason(CloudFormationException e) {
        String message = e.awsErrorDetails() == null
                ? e.getMessage()
                : e.awsErrorDetails().errorMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .collect(Collectors.toList());
    }

    private static String token(StackRequest request) {
        return "dkp-" + fingerprint(request) + "-" + UUID.randomUUID();
    }

    private static String fingerprint(StackRequest request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((request.stackName() + '\n' + request.templateBody()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
