// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.Map;
import java.util.TreeMap;

/**
 * What IAM tells of the account as a whole.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
final class AccountActions {
    private final IamStore store;
    private final KeyRing keys;

    AccountActions(IamStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    void register(QueryService iam) {
        iam.answer("GetAccountSummary", this::summary);
    }

    private void summary(Call call, Xml xml) {
        Map<String, Integer> facts = new TreeMap<>(counts());
        facts.put("AccountMFAEnabled", store.root().mfaEnabled() ? 1 : 0);
        facts.put(
                "AccountAccessKeysPresent",
                keys.longLived(store.root().identity()).isEmpty() ? 0 : 1);
        facts.put("AccountPasswordPresent", store.root().hasPassword() ? 1 : 0);
        facts.put("AccountSigningCertificatesPresent", 0);
        facts.put("AccessKeysPerUserQuota", 2);
        facts.put("AttachedPoliciesPerUserQuota", 10);
        facts.put("AttachedPoliciesPerGroupQuota", 10);
        facts.put("AttachedPoliciesPerRoleQuota", 10);
        facts.put("GroupsPerUserQuota", GroupActions.MAX_GROUPS_OF_USER);
        facts.put("PolicySizeQuota", IamRules.MAX_POLICY_CHARACTERS);
        facts.put("VersionsPerPolicyQuota", ManagedPolicy.MAX_VERSIONS);
        xml.nested(
                "SummaryMap",
                map -> facts.forEach((name, value) -> map.nested(
                        "entry", entry -> entry.element("key", name).element("value", Integer.toString(value)))));
    }

    private Map<String, Integer> counts() {
        int ours = (int) store.policies().stream()
                .filter(policy -> policy.arn().startsWith(store.account().arn("iam", "policy/")))
                .count();
        int inUse = (int) store.mfaDevices().stream()
                .filter(device -> device.assignment().isPresent())
                .count();
        return Map.of(
                "Users", store.users().size(),
                "Groups", store.groups().size(),
                "Roles", store.roles().size(),
                "Policies", ours,
                "InstanceProfiles", store.profiles().size(),
                "MFADevices", store.mfaDevices().size(),
                "MFADevicesInUse", inUse);
    }
}
