// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_ATTACHMENT;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_BOUNDARY;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_INLINE_POLICY;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_INSTANCE_PROFILE;
import static io.github.dkpbootstrap.DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS;
import static io.github.dkpbootstrap.DriftFinding.Remedy.REVERT;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.EntityKind;
import io.github.dkpbootstrap.iam.IamWriter;
import io.github.dkpbootstrap.template.TemplateRenderer;

/** The kinds of access that others can give outside the stack, and how each is removed. */
enum ForeignKind {
    ATTACHED_POLICY(
            TemplateRenderer.ROLE,
            EXTRA_ATTACHMENT,
            "/ManagedPolicyArns",
            REMOVE_FOREIGN_ACCESS,
            "the role %s has attached",
            "the policy %s") {
        @Override
        void remove(IamWriter iam, String role, String policy) {
            iam.detach(new Entity(EntityKind.ROLE, role), policy);
        }
    },
    INLINE_POLICY(
            TemplateRenderer.ROLE,
            EXTRA_INLINE_POLICY,
            "/Policies/%s",
            REMOVE_FOREIGN_ACCESS,
            "the role %s has",
            "the inline policy %s") {
        @Override
        void remove(IamWriter iam, String role, String policy) {
            iam.deleteInline(role, policy);
        }
    },
    INSTANCE_PROFILE(
            TemplateRenderer.ROLE,
            EXTRA_INSTANCE_PROFILE,
            "",
            REMOVE_FOREIGN_ACCESS,
            "the role %s is in",
            "the instance profile %s") {
        @Override
        void remove(IamWriter iam, String role, String profile) {
            iam.removeFromProfile(profile, role);
        }
    },
    BOUNDARY(
            TemplateRenderer.ROLE,
            EXTRA_BOUNDARY,
            "/PermissionsBoundary",
            REMOVE_FOREIGN_ACCESS,
            "the role %s has",
            "the permissions boundary %s") {
        @Override
        void remove(IamWriter iam, String role, String policy) {
            iam.deleteBoundary(role);
        }
    },
    ROLE_WITH_POLICY(
            TemplateRenderer.POLICY,
            EXTRA_ATTACHMENT,
            "/Roles",
            REMOVE_FOREIGN_ACCESS,
            "the policy %s is attached to",
            "the role %s") {
        @Override
        void remove(IamWriter iam, String policy, String role) {
            iam.detach(new Entity(EntityKind.ROLE, role), policy);
        }
    },
    USER_WITH_POLICY(
            TemplateRenderer.POLICY,
            EXTRA_ATTACHMENT,
            "/Users",
            REMOVE_FOREIGN_ACCESS,
            "the policy %s is attached to",
            "the user %s") {
        @Override
        void remove(IamWriter iam, String policy, String user) {
            iam.detach(new Entity(EntityKind.USER, user), policy);
        }
    },
    GROUP_WITH_POLICY(
            TemplateRenderer.POLICY,
            EXTRA_ATTACHMENT,
            "/Groups",
            REMOVE_FOREIGN_ACCESS,
            "the policy %s is attached to",
            "the group %s") {
        @Override
        void remove(IamWriter iam, String policy, String group) {
            iam.detach(new Entity(EntityKind.GROUP, group), policy);
        }
    },
    /** The profile is the stack's own and holds one role: another in it took the place of the stack's. */
    ROLE_IN_PROFILE(
            TemplateRenderer.PROFILE,
            EXTRA_ATTACHMENT,
            "/Roles",
            REVERT,
            "the instance profile %s holds",
            "the role %s") {
        @Override
        void remove(IamWriter iam, String profile, String role) {
            iam.removeFromProfile(profile, role);
        }
    };

    private final String logicalId;
    private final DriftFinding.Kind finding;
    private final String property;
    private final DriftFinding.Remedy remedy;
    private final String lead;
    private final String object;

    ForeignKind(
            String logicalId,
            DriftFinding.Kind finding,
            String property,
            DriftFinding.Remedy remedy,
            String lead,
            String object) {
        this.logicalId = logicalId;
        this.finding = finding;
        this.property = property;
        this.remedy = remedy;
        this.lead = lead;
        this.object = object;
    }

    /** Removes it, given the name or ARN of the stack's resource and of the other. */
    abstract void remove(IamWriter iam, String ours, String other);

    String logicalId() {
        return logicalId;
    }

    DriftFinding.Kind finding() {
        return finding;
    }

    String property() {
        return property;
    }

    DriftFinding.Remedy remedy() {
        return remedy;
    }

    /** Returns the first part of a sentence that tells of it, given the name of the stack's resource. */
    String lead(String ours) {
        return lead.formatted(ours);
    }

    /** Returns the last part of a sentence that tells of it, given the name or ARN of the other. */
    String object(String other) {
        return object.formatted(other);
    }

    static ForeignKind withPolicy(EntityKind kind) {
        return switch (kind) {
            case ROLE -> ROLE_WITH_POLICY;
            case USER -> USER_WITH_POLICY;
            case GROUP -> GROUP_WITH_POLICY;
        };
    }
}
