// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.KeyAdvice.Check;
import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.iam.IdentityReader;
import io.github.dkpbootstrap.iam.KeyReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Looks at the access keys of a user, and at the root user. What may not be read is advice too: to have it looked at. */
final class AccessKeyAdvisor {
    private final String user;
    private final AccessKeyRules rules;
    private final BootstrapClients clients;
    private final KeyReader keys;
    private final IdentityReader identities;
    private final Instant now;
    private final AdviceBook book = new AdviceBook();

    AccessKeyAdvisor(String user, AccessKeyRules rules, BootstrapClients clients) {
        this.user = user;
        this.rules = rules;
        this.clients = clients;
        this.keys = new KeyReader(clients, "the access keys of " + user);
        this.identities = new IdentityReader(clients, "the access keys of " + user);
        this.now = clients.clock().instant();
    }

    AccessKeyReport report() {
        refuseMissing();
        caller();
        root();
        signIn();
        read("The access keys of " + user, "iam:ListAccessKeys", () -> keys.keys(user))
                .ifPresent(this::keys);
        return AccessKeyReport.builder()
                .user(user)
                .checkedAt(now)
                .advice(book.sorted())
                .build();
    }

    private void refuseMissing() {
        Optional<Boolean> exists = read(
                "Whether " + user + " exists",
                "iam:GetUser",
                () -> identities.user(user).isPresent());
        if (exists.isPresent() && !exists.get()) {
            throw new MissingPolicyHoldersException(
                    "The user %s does not exist in the account: correct the name, or use credentials of the user's account"
                            .formatted(user),
                    List.of(PolicyHolder.user(user)));
        }
    }

    /** Everybody may ask who they are. */
    private void caller() {
        read(
                        "Who the caller is",
                        "sts:GetCallerIdentity",
                        () -> String.valueOf(clients.sts().getCallerIdentity().arn()))
                .filter(arn -> arn.endsWith(":root"))
                .ifPresent(arn -> book.add(Check.ROOT_IS_CALLER, null, "The credentials in use are the root user's"));
    }

    private void root() {
        summary("AccountAccessKeysPresent", "Whether the root user has access keys")
                .filter(keys -> keys > 0)
                .ifPresent(keys -> book.add(Check.ROOT_HAS_KEYS, null, "The root user has access keys"));
        summary("AccountMFAEnabled", "Whether the root user has an MFA device")
                .filter(devices -> devices == 0)
                .ifPresent(devices ->
                        book.add(Check.ROOT_WITHOUT_MFA, null, "The root user can sign in without a second factor"));
    }

    private Optional<Integer> summary(String key, String what) {
        Optional<OptionalInt> found = read(what, "iam:GetAccountSummary", () -> identities.summary(key));
        if (found.isPresent() && found.get().isEmpty()) {
            book.add(Check.NOT_CHECKED, null, "%s could not be checked: the summary lacks %s".formatted(what, key));
        }
        return found.filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
    }

    private void signIn() {
        Optional<Boolean> password =
                read("Whether " + user + " has a password", "iam:GetLoginProfile", () -> keys.hasPassword(user));
        if (password.isPresent() && !password.get()) {
            return;
        }
        Optional<List<String>> devices =
                read("The MFA devices of " + user, "iam:ListMFADevices", () -> keys.mfaDevices(user));
        if (password.isPresent() && devices.isPresent() && devices.get().isEmpty()) {
            book.add(
                    Check.USER_WITHOUT_MFA,
                    null,
                    "The user %s can sign in to the console with a password alone".formatted(user));
        }
    }

    private void keys(List<AccessKeyMetadata> all) {
        List<AccessKeyMetadata> active =
                all.stream().filter(key -> key.status() != StatusType.INACTIVE).toList();
        active.forEach(this::active);
        all.stream()
                .filter(key -> key.status() == StatusType.INACTIVE)
                .forEach(key -> book.add(
                        Check.KEY_INACTIVE, key.accessKeyId(), named(key) + " is switched off and still there"));
        if (active.size() > 1) {
            book.add(
                    Check.SEVERAL_ACTIVE_KEYS,
                    null,
                    "The user %s has %d active access keys".formatted(user, active.size()));
        }
        if (!active.isEmpty()) {
            book.add(Check.LONG_LIVED_KEY, null, "The user %s works with a key that never expires".formatted(user));
        }
    }

    private void active(AccessKeyMetadata key) {
        Duration age = since(key.createDate());
        if (age.compareTo(rules.maxAge()) > 0) {
            book.add(
                    Check.KEY_TOO_OLD,
                    key.accessKeyId(),
                    "%s is %d days old, more than %d"
                            .formatted(named(key), age.toDays(), rules.maxAge().toDays()));
        }
        if (age.compareTo(rules.maxUnused()) >= 0) {
            read(
                            "When " + named(key) + " was last used",
                            "iam:GetAccessKeyLastUsed",
                            () -> keys.lastUsed(key.accessKeyId()))
                    .ifPresent(lastUsed -> unused(key, lastUsed));
        }
    }

    private void unused(AccessKeyMetadata key, Optional<Instant> lastUsed) {
        if (lastUsed.isEmpty()) {
            book.add(
                    Check.KEY_UNUSED,
                    key.accessKeyId(),
                    "%s was never used in the %d days since it was made"
                            .formatted(named(key), since(key.createDate()).toDays()));
            return;
        }
        Duration idle = since(lastUsed.get());
        if (idle.compareTo(rules.maxUnused()) >= 0) {
            book.add(
                    Check.KEY_UNUSED,
                    key.accessKeyId(),
                    "%s was last used %d days ago".formatted(named(key), idle.toDays()));
        }
    }

    /** IAM's times have whole seconds. */
    private Duration since(Instant then) {
        return Duration.between(then, now).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String named(AccessKeyMetadata key) {
        return "The access key " + AccessKeyText.masked(key.accessKeyId());
    }

    /** An answer that says no is advice; no answer at all, and credentials that AWS does not take, fail as everywhere. */
    private <T> Optional<T> read(String what, String action, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (AwsServiceException e) {
            if (AwsCalls.isRejected(e)) {
                throw e;
            }
            String reason = AwsCalls.isDenied(e)
                    ? "needs " + action
                    : "%s said %s"
                            .formatted(
                                    action,
                                    e.awsErrorDetails() == null
                                            ? e.statusCode()
                                            : e.awsErrorDetails().errorCode());
            book.add(Check.NOT_CHECKED, null, "%s could not be checked: %s".formatted(what, reason));
            return Optional.empty();
        }
    }
}
