// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.MFADevice;

/** Reads what IAM has of a user's ways in; never a secret. What IAM refuses is thrown as the SDK's exception. */
public final class KeyReader {
    private final IamClient client;
    private final IamCalls calls;

    /** Creates a reader; {@code what} is what the reads are about, for people. */
    public KeyReader(BootstrapClients clients, String what) {
        this.client = clients.iam();
        this.calls = IamCalls.about(what, clients);
    }

    /** Returns the access keys of a user. */
    public List<AccessKeyMetadata> keys(String user) {
        return calls.pages(
                marker -> client.listAccessKeys(r -> r.userName(user).marker(marker)),
                response -> {
                    response.accessKeyMetadata().forEach(key -> {
                        IamCalls.require(key.accessKeyId(), "the id of an access key");
                        IamCalls.require(key.createDate(), "the age of an access key");
                    });
                    return response.accessKeyMetadata();
                },
                response -> IamCalls.next(response.isTruncated(), response.marker()));
    }

    /** Returns when a key was last used; nothing where it never was. */
    public Optional<Instant> lastUsed(String accessKeyId) {
        return calls.found(() -> calls.call(() -> client.getAccessKeyLastUsed(r -> r.accessKeyId(accessKeyId))))
                .map(response -> response.accessKeyLastUsed())
                .map(AccessKeyLastUsed::lastUsedDate);
    }

    /** Returns the serial numbers of the user's MFA devices. */
    public List<String> mfaDevices(String user) {
        List<MFADevice> devices = calls.pages(
                marker -> client.listMFADevices(r -> r.userName(user).marker(marker)),
                response -> response.mfaDevices(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
        return devices.stream().map(MFADevice::serialNumber).toList();
    }

    /** Returns whether the user has a password for the console. */
    public boolean hasPassword(String user) {
        return calls.found(() -> calls.call(() -> client.getLoginProfile(r -> r.userName(user))))
                .isPresent();
    }
}
