// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All IAM entities of the account. Used only under the lock of the local AWS. */
public final class IamStore {
    private static final String ADMINISTRATOR_ACCESS =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private final Account account;
    private final Timeline timeline;
    private final Map<String, User> users = new TreeMap<>();
    private final Map<String, Role> roles = new TreeMap<>();
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, InstanceProfile> profiles = new TreeMap<>();
    private final Map<String, ManagedPolicy> policies = new TreeMap<>();
    private final Map<String, MfaDevice> mfaDevices = new TreeMap<>();
    private final RootUser root;

    /** Creates the store of an account, with the AWS managed policy AdministratorAccess and nothing else. */
    public IamStore(Account account, Timeline timeline) {
        this.account = account;
        this.timeline = timeline;
        this.root = new RootUser(account);
        String arn = "arn:" + account.partition() + ":iam::aws:policy/AdministratorAccess";
        Document document = new Document(ADMINISTRATOR_ACCESS, PolicyDocument.parse(ADMINISTRATOR_ACCESS));
        Entity.Origin origin =
                new Entity.Origin("AdministratorAccess", "/", "ANPAIWMBCKSKIEE64ZLYK", arn, timeline.now());
        policies.put(arn, new ManagedPolicy(origin, "Provides full access to AWS services and resources.", document));
    }

    /** Returns a user by name. */
    public Optional<User> user(String name) {
        return Optional.ofNullable(users.get(Entity.key(name)));
    }

    /** Returns a role by name. */
    public Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(Entity.key(name)));
    }

    /** Returns a group by name. */
    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(Entity.key(name)));
    }

    /** Returns the role with this ARN. */
    public Optional<Role> roleByArn(String arn) {
        return roles.values().stream().filter(role -> role.arn().equals(arn)).findFirst();
    }

    /** Returns an instance profile by name. */
    public Optional<InstanceProfile> profile(String name) {
        return Optional.ofNullable(profiles.get(Entity.key(name)));
    }

    /** Returns a managed policy by ARN. */
    public Optional<ManagedPolicy> policy(String arn) {
        return Optional.ofNullable(policies.get(arn));
    }

    /** Returns the MFA device with this serial number. */
    public Optional<MfaDevice> mfaDevice(String serialNumber) {
        return Optional.ofNullable(mfaDevices.get(serialNumber));
    }

    /** Returns the MFA devices of a user. */
    public List<MfaDevice> mfaDevices(User user) {
        return mfaDevices.values().stream().filter(device -> device.isOf(user)).toList();
    }

    /** Returns the MFA device of a user, who gets one of the same name for having none. */
    public MfaDevice mfaDeviceFor(User user) {
        return mfaDevices(user).stream().findFirst().orElseGet(() -> {
            String serial = account.arn("iam", "mfa/" + user.name());
            MfaDevice device = createMfaDevice(mfaDevices.containsKey(serial) ? serial + "-" + Ids.base32(4) : serial);
            device.assign(user, now());
            return device;
        });
    }

    MfaDevice createMfaDevice(String serialNumber) {
        MfaDevice device = new MfaDevice(serialNumber);
        mfaDevices.put(serialNumber, device);
        return device;
    }

    void remove(MfaDevice device) {
        mfaDevices.remove(device.serialNumber());
    }

    /** Returns the root user. */
    public RootUser root() {
        return root;
    }

    /** Returns the account. */
    public Account account() {
        return account;
    }

    /** Creates a user with these inline policies. */
    public User createUser(String name, String... policies) {
        return createUser(name, List.of(policies));
    }

    /** Creates a user with these inline policies. */
    public User createUser(String name, List<String> policies) {
        IamRules.name(Form.of("UserName", name), "UserName", UserActions.MAX_NAME);
        if (user(name).isPresent()) {
            throw alreadyExists("User with name " + name + " already exists.");
        }
        User user = new User(origin("user", "AIDA", "/", name));
        for (String policy : policies) {
            user.inline()
                    .put("policy-" + user.inline().size(), IamRules.policy(policy, IamRules.MAX_INLINE_CHARACTERS));
        }
        add(user);
        return user;
    }

    User requireUser(String name) {
        return user(name).orElseThrow(() -> noSuchEntity("The user with name " + name + " cannot be found."));
    }

    Role requireRole(String name) {
        return role(name).orElseThrow(() -> noSuchEntity("The role with name " + name + " cannot be found."));
    }

    Group requireGroup(String name) {
        return group(name).orElseThrow(() -> noSuchEntity("The group with name " + name + " cannot be found."));
    }

    InstanceProfile requireProfile(String name) {
        return profile(name).orElseThrow(() -> noSuchEntity("Instance Profile " + name + " cannot be found."));
    }

    ManagedPolicy requirePolicy(String arn) {
        return policy(arn).orElseThrow(() -> noSuchEntity("Policy " + arn + " was not found."));
    }

    Collection<MfaDevice> mfaDevices() {
        return Collections.unmodifiableCollection(mfaDevices.values());
    }

    Collection<User> users() {
        return Collections.unmodifiableCollection(users.values());
    }

    List<User> members(Group group) {
        return users.values().stream()
                .filter(user -> user.groups().contains(group))
                .toList();
    }

    Collection<Role> roles() {
        return Collections.unmodifiableCollection(roles.values());
    }

    Collection<Group> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    Collection<InstanceProfile> profiles() {
        return Collections.unmodifiableCollection(profiles.values());
    }

    Collection<ManagedPolicy> policies() {
        return Collections.unmodifiableCollection(policies.values());
    }

    /** Returns the groups, users and roles that a policy is attached to. */
    public List<Principal> attachedTo(ManagedPolicy policy) {
        return principals()
                .filter(principal -> principal.attached().contains(policy))
                .toList();
    }

    List<Principal> boundedBy(ManagedPolicy policy) {
        return principals()
                .filter(principal -> principal.boundary().filter(policy::equals).isPresent())
                .toList();
    }

    /** Returns all groups, users and roles. */
    public Stream<Principal> principals() {
        return Stream.of(groups, users, roles).flatMap(kind -> kind.values().stream());
    }

    Entity.Origin origin(String kind, String prefix, String path, String name) {
        return new Entity.Origin(
                name, path, Ids.entity(prefix), account.arn("iam", kind + path + name), timeline.now());
    }

    void add(Entity entity) {
        if (entity instanceof User user) {
            users.put(Entity.key(user.name()), user);
        } else if (entity instanceof Role role) {
            roles.put(Entity.key(role.name()), role);
        } else if (entity instanceof Group group) {
            groups.put(Entity.key(group.name()), group);
        } else if (entity instanceof InstanceProfile profile) {
            profiles.put(Entity.key(profile.name()), profile);
        } else if (entity instanceof ManagedPolicy policy) {
            policies.put(policy.arn(), policy);
        }
    }

    void remove(Entity entity) {
        if (entity instanceof User || entity instanceof Role) {
            FormerPrincipals former = new FormerPrincipals(entity);
            roles.values().forEach(role -> role.setTrust(former.in(role.trust())));
        }
        if (entity instanceof User user) {
            users.remove(Entity.key(user.name()));
        } else if (entity instanceof Role role) {
            roles.remove(Entity.key(role.name()));
        } else if (entity instanceof Group group) {
            groups.remove(Entity.key(group.name()));
        } else if (entity instanceof InstanceProfile profile) {
            profiles.remove(Entity.key(profile.name()));
        } else {
            policies.remove(entity.arn());
        }
    }

    Instant now() {
        return timeline.now();
    }

    static ServiceError noSuchEntity(String message) {
        return ServiceError.of("NoSuchEntity", 404, message);
    }

    static ServiceError alreadyExists(String message) {
        return ServiceError.of("EntityAlreadyExists", 409, message);
    }

    static ServiceError deleteConflict(String message) {
        return ServiceError.of("DeleteConflict", 409, message);
    }

    static ServiceError limitExceeded(String message) {
        return ServiceError.of("LimitExceeded", 409, message);
    }
}
