// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationResponse;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

/** EC2 with one instance: refuses the next calls as told, and becomes {@code associated} after some looks. */
final class FakeEc2 implements Ec2Client {
    static final String INSTANCE = "i-0123456789abcdef0";

    final List<Ec2Exception> refusals = new ArrayList<>();
    final List<RunInstancesRequest> launches = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    Runnable beforeAssociation = () -> {};
    int looksUntilAssociated;
    final List<Ec2Exception> failuresOfLooks = new ArrayList<>();
    Optional<SdkException> describeInstancesFails = Optional.empty();
    InstanceMetadataOptionsResponse metadata = InstanceMetadataOptionsResponse.builder()
            .httpTokens("required")
            .httpEndpoint("enabled")
            .build();
    private final List<IamInstanceProfileAssociation> associations = new ArrayList<>();
    private int made;

    static Ec2Exception error(String code, String message) {
        return (Ec2Exception) Ec2Exception.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    static Ec2Exception unknownProfile() {
        return error(
                "InvalidParameterValue",
                "Value (DKPBootstrapInstanceProfile) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name");
    }

    void has(String profileArn, IamInstanceProfileAssociationState state) {
        associations.add(0, association("iip-assoc-" + ++made, profileArn, state));
    }

    void takeAway() {
        associations.replaceAll(found -> found.toBuilder()
                .state(IamInstanceProfileAssociationState.DISASSOCIATING)
                .build());
    }

    private static IamInstanceProfileAssociation association(
            String id, String arn, IamInstanceProfileAssociationState state) {
        return IamInstanceProfileAssociation.builder()
                .associationId(id)
                .instanceId(INSTANCE)
                .iamInstanceProfile(profile -> profile.arn(arn))
                .state(state)
                .build();
    }

    @Override
    public RunInstancesResponse runInstances(RunInstancesRequest request) {
        calls.add("RunInstances");
        launches.add(request);
        refuse();
        return RunInstancesResponse.builder()
                .instances(Instance.builder().instanceId(INSTANCE).build())
                .build();
    }

    @Override
    public DescribeIamInstanceProfileAssociationsResponse describeIamInstanceProfileAssociations(
            DescribeIamInstanceProfileAssociationsRequest request) {
        calls.add("Describe");
        if (!failuresOfLooks.isEmpty() && calls.size() > 1) {
            throw failuresOfLooks.remove(0);
        }
        if (looksUntilAssociated-- <= 0) {
            associations.replaceAll(found -> found.state() == IamInstanceProfileAssociationState.ASSOCIATING
                    ? found.toBuilder()
                            .state(IamInstanceProfileAssociationState.ASSOCIATED)
                            .build()
                    : found);
        }
        // One on each page.
        int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        return DescribeIamInstanceProfileAssociationsResponse.builder()
                .iamInstanceProfileAssociations(
                        associations.stream().skip(page).limit(1).toList())
                .nextToken(page + 1 < associations.size() ? String.valueOf(page + 1) : null)
                .build();
    }

    @Override
    public AssociateIamInstanceProfileResponse associateIamInstanceProfile(AssociateIamInstanceProfileRequest request) {
        calls.add("Associate");
        beforeAssociation.run();
        refuse();
        boolean taken = associations.stream()
                .anyMatch(found -> found.state() != IamInstanceProfileAssociationState.DISASSOCIATING);
        if (taken) {
            throw error("IncorrectState", "There is an existing association for instance " + INSTANCE);
        }
        has(request.iamInstanceProfile().arn(), IamInstanceProfileAssociationState.ASSOCIATING);
        return AssociateIamInstanceProfileResponse.builder()
                .iamInstanceProfileAssociation(associations.get(0))
                .build();
    }

    @Override
    public ReplaceIamInstanceProfileAssociationResponse replaceIamInstanceProfileAssociation(
            ReplaceIamInstanceProfileAssociationRequest request) {
        calls.add("Replace " + request.associationId());
        refuse();
        takeAway();
        has(request.iamInstanceProfile().arn(), IamInstanceProfileAssociationState.ASSOCIATING);
        return ReplaceIamInstanceProfileAssociationResponse.builder()
                .iamInstanceProfileAssociation(associations.get(0))
                .build();
    }

    @Override
    public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
        if (describeInstancesFails.isPresent()) {
            throw describeInstancesFails.get();
        }
        return DescribeInstancesResponse.builder()
                .reservations(Reservation.builder()
                        .instances(Instance.builder()
                                .instanceId(INSTANCE)
                                .metadataOptions(metadata)
                                .build())
                        .build())
                .build();
    }

    private void refuse() {
        if (!refusals.isEmpty()) {
            throw refusals.remove(0);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        throw new AssertionError("closed a client that is the caller's");
    }
}
