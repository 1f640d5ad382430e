// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.KeyAdvice.Check;
import io.github.dkpbootstrap.KeyAdvice.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects advice: to each check belong its severity, its remedy and AWS's page. */
final class AdviceBook {
    private static final String HUB = "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#";
    private static final String ACTIONS =
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html";
    private static final String GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    private record Entry(Severity severity, String remedy, String page) {}

    private final List<KeyAdvice> advice = new ArrayList<>();

    void add(Check check, @Nullable String accessKeyId, String message) {
        Entry entry = entry(check);
        advice.add(KeyAdvice.builder()
                .check(check)
                .severity(entry.severity())
                .accessKeyId(Optional.ofNullable(accessKeyId))
                .message(message)
                .remedy(entry.remedy())
                .page(URI.create(entry.page()))
                .build());
    }

    /** Returns all of it, the most pressing first; what is equally pressing in the order in which it was found. */
    List<KeyAdvice> sorted() {
        return advice.stream().sorted(Comparator.comparing(KeyAdvice::severity)).toList();
    }

    private static Entry entry(Check check) {
        return switch (check) {
            case ROOT_IS_CALLER, ROOT_HAS_KEYS, ROOT_WITHOUT_MFA -> root(check);
            case KEY_TOO_OLD, KEY_UNUSED, SEVERAL_ACTIVE_KEYS, KEY_INACTIVE, LONG_LIVED_KEY -> key(check);
            case USER_WITHOUT_MFA ->
                new Entry(
                        Severity.HIGH,
                        "Register an MFA device for the user, or delete the password if nobody signs in with it",
                        HUB + "iam-5");
            case NOT_CHECKED ->
                new Entry(
                        Severity.UNKNOWN, "Give the caller the permission, which only reads, and look again", ACTIONS);
        };
    }

    private static Entry root(Check check) {
        return switch (check) {
            case ROOT_HAS_KEYS ->
                new Entry(
                        Severity.CRITICAL,
                        "Sign in as the root user, replace what uses the keys by a role, then delete them",
                        HUB + "iam-4");
            case ROOT_WITHOUT_MFA ->
                new Entry(Severity.CRITICAL, "Sign in as the root user and register an MFA device", HUB + "iam-9");
            default ->
                new Entry(
                        Severity.CRITICAL,
                        "Work with the credentials of a user or a role: the root user can do everything, and cannot assume the role",
                        GUIDE + "root-user-best-practices.html");
        };
    }

    private static Entry key(Check check) {
        return switch (check) {
            case KEY_TOO_OLD ->
                new Entry(
                        Severity.MEDIUM,
                        "Make a second key, change over, switch the old one off, and delete it when nothing fails",
                        HUB + "iam-3");
            case KEY_UNUSED ->
                new Entry(Severity.MEDIUM, "Switch it off, and delete it when nothing fails", HUB + "iam-22");
            case SEVERAL_ACTIVE_KEYS ->
                new Entry(
                        Severity.MEDIUM,
                        "Two are meant for changing over: finish that, then switch the older one off and delete it",
                        GUIDE + "id-credentials-access-keys-update.html");
            case KEY_INACTIVE ->
                new Entry(
                        Severity.LOW,
                        "Delete it: whoever may switch it on again can use it again",
                        GUIDE + "id-credentials-access-keys-update.html");
            default ->
                new Entry(
                        Severity.LOW,
                        "Let the user assume the role instead (openSession), or work on an EC2 instance with the instance profile",
                        GUIDE + "security-creds-programmatic-access.html");
        };
    }
}
