// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.deploy.PageCursor;
import io.github.dkpbootstrap.ec2.InstanceAttachment.Outcome;
import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Associates the profile with one instance. */
final class Association {
    private static final String ACTIONS =
            "ec2:DescribeIamInstanceProfileAssociations, ec2:AssociateIamInstanceProfile (ec2:ReplaceIamInstanceProfileAssociation to replace another)";

    private static final Set<IamInstanceProfileAssociationState> LIVE =
            Set.of(IamInstanceProfileAssociationState.ASSOCIATING, IamInstanceProfileAssociationState.ASSOCIATED);

    private final Ec2Client ec2;
    private final String instanceId;
    private final ProfileIdentity profile;
    private final OtherProfile other;
    private final Patience patience;

    Association(Ec2Client ec2, String instanceId, ProfileIdentity profile, OtherProfile other, Patience patience) {
        this.ec2 = ec2;
        this.instanceId = instanceId;
        this.profile = profile;
        this.other = other;
        this.patience = patience;
    }

    InstanceAttachment attach(Optional<String> role) {
        try {
            return patience.until(what(), this::round);
        } catch (Ec2Exception e) {
            throw Ec2Errors.permanent(what(), ACTIONS, role, e);
        }
    }

    /** Nothing where the instance changed between the look and the call: then it is looked at anew. */
    private Optional<InstanceAttachment> round() {
        Optional<IamInstanceProfileAssociation> existing = existing();
        Optional<String> arn =
                existing.map(found -> String.valueOf(found.iamInstanceProfile().arn()));
        if (existing.isPresent() && arn.filter(profile::hasArn).isPresent()) {
            return Optional.of(done(Outcome.ALREADY_ATTACHED, existing.get(), Optional.empty()));
        }
        arn.ifPresent(this::refuse);
        try {
            IamInstanceProfileAssociation made = patience.untilKnown(
                    what(), () -> existing.map(this::replace).orElseGet(this::associate));
            return Optional.of(done(existing.isPresent() ? Outcome.REPLACED : Outcome.ATTACHED, made, arn));
        } catch (Ec2Exception e) {
            if (Ec2Errors.isChangedMeanwhile(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void refuse(String arn) {
        if (other == OtherProfile.KEEP) {
            throw new InstanceProfileException(
                    Reason.OTHER_PROFILE,
                    "The instance %s has the instance profile %s, which what runs there may need, and not %s. With OtherProfile.REPLACE it is replaced"
                            .formatted(instanceId, arn, profile),
                    null,
                    null);
        }
    }

    private IamInstanceProfileAssociation associate() {
        return ec2.associateIamInstanceProfile(
                        r -> r.instanceId(instanceId).iamInstanceProfile(profile.specification()))
                .iamInstanceProfileAssociation();
    }

    private IamInstanceProfileAssociation replace(IamInstanceProfileAssociation found) {
        return ec2.replaceIamInstanceProfileAssociation(
                        r -> r.associationId(found.associationId()).iamInstanceProfile(profile.specification()))
                .iamInstanceProfileAssociation();
    }

    private InstanceAttachment done(
            Outcome outcome, IamInstanceProfileAssociation association, Optional<String> replaced) {
        if (association.state() != IamInstanceProfileAssociationState.ASSOCIATED) {
            patience.until(what(), () -> associated(association.associationId()));
        }
        return InstanceAttachment.builder()
                .outcome(outcome)
                .instanceId(instanceId)
                .associationId(association.associationId())
                .replaced(replaced)
                .metadataAccess(new MetadataLook(ec2, instanceId).access())
                .build();
    }

    /** An association that is not listed yet is one to wait for; one that is being taken away is not. */
    private Optional<IamInstanceProfileAssociation> associated(String associationId) {
        Optional<IamInstanceProfileAssociation> now = associations().stream()
                .filter(found -> associationId.equals(found.associationId()))
                .findFirst();
        now.filter(found -> !LIVE.contains(found.state())).ifPresent(gone -> {
            throw new InstanceProfileException(
                    Reason.REFUSED, "%s: somebody else took the profile away meanwhile".formatted(what()), null, null);
        });
        return now.filter(found -> found.state() == IamInstanceProfileAssociationState.ASSOCIATED);
    }

    private Optional<IamInstanceProfileAssociation> existing() {
        return associations().stream()
                .filter(found -> LIVE.contains(found.state()))
                .findFirst();
    }

    private List<IamInstanceProfileAssociation> associations() {
        List<IamInstanceProfileAssociation> all = new ArrayList<>();
        PageCursor cursor = new PageCursor("the instance profiles of " + instanceId);
        Filter ours = Filter.builder().name("instance-id").values(instanceId).build();
        DescribeIamInstanceProfileAssociationsResponse page;
        do {
            String token = cursor.token();
            page = ec2.describeIamInstanceProfileAssociations(
                    r -> r.filters(ours).nextToken(token));
            all.addAll(page.iamInstanceProfileAssociations());
        } while (cursor.advance(page.nextToken()));
        return all;
    }

    private String what() {
        return "The instance profile %s could not be put on the instance %s".formatted(profile, instanceId);
    }
}
