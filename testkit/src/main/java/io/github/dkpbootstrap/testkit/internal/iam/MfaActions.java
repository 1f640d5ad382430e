// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;

/**
 * The actions on virtual MFA devices.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html">Multi-factor authentication</a>
 */
final class MfaActions {
    private static final int MAX_DEVICES = 8;
    private static final int MAX_NAME = 226;

    private final IamStore store;
    private final Subjects subjects;

    MfaActions(IamStore store) {
        this.store = store;
        this.subjects = new Subjects(store);
    }

    void register(QueryService iam) {
        iam.answer("CreateVirtualMFADevice", this::create)
                .answer("ListVirtualMFADevices", this::listVirtual)
                .answer("ListMFADevices", this::list)
                .act("EnableMFADevice", this::enable)
                .act("DeactivateMFADevice", call -> {
                    User user = subjects.user(call);
                    store.mfaDevices(user).stream()
                            .filter(device -> device.serialNumber().equals(serialNumber(call)))
                            .findFirst()
                            .orElseThrow(() -> notFound(serialNumber(call)))
                            .release();
                })
                .act("DeleteVirtualMFADevice", this::delete);
    }

    private void create(Call call, Xml xml) {
        Form form = call.form();
        String name = IamRules.name(form, "VirtualMFADeviceName", MAX_NAME);
        String serial = store.account().arn("iam", "mfa" + IamRules.path(form) + name);
        if (store.mfaDevice(serial).isPresent()) {
            throw IamStore.alreadyExists("MFADevice entity at the same path and name already exists.");
        }
        MfaDevice device = store.createMfaDevice(serial);
        xml.nested(
                "VirtualMFADevice",
                element -> element.element("SerialNumber", serial).element("Base32StringSeed", device.seed()));
    }

    private void enable(Call call) {
        Form form = call.form();
        User user = subjects.user(call);
        MfaDevice device = device(call);
        if (device.assignment().isPresent()) {
            throw IamStore.alreadyExists("MFA Device is already in use.");
        }
        if (store.mfaDevices(user).size() >= MAX_DEVICES) {
            throw IamStore.limitExceeded("Cannot exceed quota for MFADevicesPerUser: " + MAX_DEVICES);
        }
        if (!device.accept(form.require("AuthenticationCode1"), form.require("AuthenticationCode2"), store.now())) {
            throw ServiceError.of("InvalidAuthenticationCode", 403, "Authentication code for device is not valid");
        }
        device.assign(user, store.now());
    }

    private void delete(Call call) {
        MfaDevice device = device(call);
        if (device.assignment().isPresent()) {
            throw IamStore.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
        }
        store.remove(device);
    }

    private void list(Call call, Xml xml) {
        List<MfaDevice> devices = store.mfaDevices(subjects.user(call));
        Pages.write(
                call,
                xml,
                "MFADevices",
                devices,
                (member, device) -> device.assignment()
                        .ifPresent(assignment -> member.element(
                                        "UserName", assignment.user().name())
                                .element("SerialNumber", device.serialNumber())
                                .time("EnableDate", assignment.since())));
    }

    private void listVirtual(Call call, Xml xml) {
        String status = call.form().find("AssignmentStatus").orElse("Any");
        List<MfaDevice> devices = store.mfaDevices().stream()
                .filter(device -> status.equals("Any")
                        || status.equals("Assigned") == device.assignment().isPresent())
                .toList();
        Pages.write(call, xml, "VirtualMFADevices", devices, (member, device) -> {
            member.element("SerialNumber", device.serialNumber());
            device.assignment().ifPresent(assignment -> {
                member.nested("User", user -> IamXml.user(user, assignment.user()));
                member.time("EnableDate", assignment.since());
            });
        });
    }

    private MfaDevice device(Call call) {
        return store.mfaDevice(serialNumber(call)).orElseThrow(() -> notFound(serialNumber(call)));
    }

    private static String serialNumber(Call call) {
        return call.form().require("SerialNumber");
    }

    private static ServiceError notFound(String serial) {
        return IamStore.noSuchEntity("VirtualMFADevice with serial number " + serial + " doesn't exist.");
    }
}
