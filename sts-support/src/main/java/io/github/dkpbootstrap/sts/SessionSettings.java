// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;

/** The part of a session's builder that fills in a {@link SessionSpec}; {@code B} is the builder itself. */
abstract class SessionSettings<B extends SessionSettings<B>> {
    private final SessionSpec.Builder spec = SessionSpec.builder();

    SessionSettings() {}

    abstract B self();

    final SessionSpec buildSpec() {
        return spec.build();
    }

    final void mfaSerialNumber(String serialNumber) {
        spec.mfaSerialNumber(serialNumber);
    }

    /** Sets everything that a spec holds; what is set afterwards replaces it, and tags and policies are added to it. */
    public B spec(SessionSpec settings) {
        spec.from(settings);
        return self();
    }

    /** Sets the role to assume, {@code arn:PARTITION:iam::ACCOUNT:role/NAME}. */
    public B roleArn(String roleArn) {
        spec.roleArn(roleArn);
        return self();
    }

    /** Sets the role to assume. */
    public B roleArn(Arn roleArn) {
        spec.roleArn(roleArn);
        return self();
    }

    /** Sets the name that shows in CloudTrail; see {@link SessionSpec#sessionName()} for the rules and the default. */
    public B sessionName(String sessionName) {
        spec.sessionName(sessionName);
        return self();
    }

    /** Sets how long each set of credentials lasts, from 900 to 43200 whole seconds. Default: one hour. */
    public B duration(Duration duration) {
        spec.duration(duration);
        return self();
    }

    /** Sets the external id that the role's trust policy asks for. Default: none. It is in no log and no message. */
    public B externalId(String externalId) {
        spec.externalId(externalId);
        return self();
    }

    /** Sets the Region; see {@link SessionSpec#region()} for the default. */
    public B region(Region region) {
        spec.region(region);
        return self();
    }

    /** Adds a session tag; see {@link SessionSpec#tags()} for the limits. Default: none. */
    public B tag(String key, String value) {
        spec.putTags(key, value);
        return self();
    }

    /** Adds a session tag that stays with sessions that are made from this one. Default: none. */
    public B transitiveTag(String key, String value) {
        spec.putTags(key, value).addTransitiveTagKeys(key);
        return self();
    }

    /** Sets who is behind the session; see {@link SessionSpec#sourceIdentity()} for the rules. Default: nobody is named. */
    public B sourceIdentity(String sourceIdentity) {
        spec.sourceIdentity(sourceIdentity);
        return self();
    }

    /** Sets a policy that the session is kept within; see {@link SessionSpec#sessionPolicy()}. Default: none. */
    public B sessionPolicy(PolicyDocument sessionPolicy) {
        spec.sessionPolicy(sessionPolicy);
        return self();
    }

    /** Adds managed policies that the session is kept within; see {@link SessionSpec#policyArns()}. Default: none. */
    public B policyArns(Arn... policyArns) {
        spec.addPolicyArns(policyArns);
        return self();
    }
}
