// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users, keys, groups and MFA devices, as boto3 sees them. */
class Boto3UserTest {
    @RegisterExtension
    static final Boto3 PYTHON = new Boto3();

    /** A virtual MFA device of its own: Python's hash functions, not ours. */
    private static final String DEVICE = """
            import base64, hmac, struct, time
            def code(seed, offset):
                step = struct.pack('>Q', int(time.time()) // 30 + offset)
                h = hmac.new(base64.b32decode(seed), step, 'sha1').digest()
                at = h[-1] % 16
                return '%06d' % ((struct.unpack('>I', h[at:at + 4])[0] & 0x7fffffff) % 1000000)
            """;

    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void enablesADeviceOfItsOwn() throws IOException {
        List<String> lines = run(DEVICE + """
                iam.create_user(UserName='alice')
                made = iam.create_virtual_mfa_device(VirtualMFADeviceName='phone')['VirtualMFADevice']
                serial, seed = made['SerialNumber'], made['Base32StringSeed']
                enable = lambda a, b: refusal(iam.enable_mfa_device, UserName='alice', SerialNumber=serial,
                                              AuthenticationCode1=a, AuthenticationCode2=b)
                print(enable('000000', '000001'))
                print(enable(code(seed, -1), code(seed, 0)))
                print([d['SerialNumber'] for d in iam.list_mfa_devices(UserName='alice')['MFADevices']])
                print([d['User']['UserName'] for d in iam.list_virtual_mfa_devices()['VirtualMFADevices']])
                print(refusal(iam.delete_virtual_mfa_device, SerialNumber=serial))
                iam.deactivate_mfa_device(UserName='alice', SerialNumber=serial)
                iam.delete_virtual_mfa_device(SerialNumber=serial)
                print(iam.list_virtual_mfa_devices()['VirtualMFADevices'])
                """);
        assertThat(lines)
                .containsExactly(
                        "InvalidAuthenticationCodeException 403 InvalidAuthenticationCode: Authentication code for "
                                + "device is not valid",
                        "accepted",
                        "['arn:aws:iam::123456789012:mfa/phone']",
                        "['alice']",
                        "DeleteConflictException 409 DeleteConflict: MFA VirtualDevice in use. Must deactivate first.",
                        "[]");
        assertThat(aws.calls().toString()).doesNotContain("AuthenticationCode");
    }

    @Test
    void managesKeysAndGroups() throws IOException {
        List<String> lines = run("""
                iam.create_user(UserName='alice')
                key = iam.create_access_key(UserName='alice')['AccessKey']['AccessKeyId']
                used = iam.get_access_key_last_used(AccessKeyId=key)
                print(used['UserName'], used['AccessKeyLastUsed'])
                print(refusal(iam.update_access_key, UserName='alice', AccessKeyId=key, Status='Off'))
                print(refusal(iam.delete_user, UserName='alice'))
                iam.create_group(GroupName='team')
                for name in ('alice', 'administrator'):
                    iam.add_user_to_group(UserName=name, GroupName='team')
                pages = list(iam.get_paginator('get_group').paginate(GroupName='team', PaginationConfig={'PageSize': 1}))
                print(len(pages), [u['UserName'] for p in pages for u in p['Users']])
                print(iam.get_account_summary()['SummaryMap']['Users'])
                """);
        assertThat(lines)
                .containsExactly(
                        "alice {'ServiceName': 'N/A', 'Region': 'N/A'}",
                        "ClientError 400 ValidationError: 1 validation error detected: Value 'Off' at 'status' failed "
                                + "to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
                        "DeleteConflictException 409 DeleteConflict: Cannot delete entity, must delete access keys "
                                + "first.",
                        "2 ['administrator', 'alice']",
                        "2");
    }

    private List<String> run(String script) throws IOException {
        return PYTHON.run(aws, aws.administrator(), Map.of(), script);
    }
}
