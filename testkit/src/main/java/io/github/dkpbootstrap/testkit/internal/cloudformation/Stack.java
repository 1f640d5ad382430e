// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble.Phase;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack: what it holds, where it stands, and how it came there. */
final class Stack {
    static final String TYPE = "AWS::CloudFormation::Stack";

    private final String name;
    private final String id;
    private final String region;
    private final Instant created;
    private final List<StackEvent> events = new ArrayList<>();
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final OperationLog operations = new OperationLog();
    private StackSettings settings;
    private String status = "";
    private Optional<String> reason = Optional.empty();
    private Optional<String> shownStatus = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private Optional<Instant> deleted = Optional.empty();
    private Optional<Operation> operation = Optional.empty();
    private final ChangeSets changeSets = new ChangeSets();
    private boolean terminationProtected;
    private boolean rollbackDisabled;
    private boolean leftOnFailure;
    private Optional<DeleteOperation.Mode> deletionMode = Optional.empty();
    private boolean retainExceptOnCreate;
    private Optional<Trail> trail = Optional.empty();
    private Optional<StackDrift> drift = Optional.empty();

    Stack(String name, String id, String region, StackSettings settings, Instant created) {
        this.name = name;
        this.id = id;
        this.region = region;
        this.settings = settings;
        this.created = created;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    String region() {
        return region;
    }

    Instant created() {
        return created;
    }

    Optional<Instant> updated() {
        return updated;
    }

    Optional<Instant> deleted() {
        return deleted;
    }

    String status() {
        return status;
    }

    Optional<String> reason() {
        return reason;
    }

    /** Returns whether there is nothing yet but change sets to look at. */
    boolean isInReview() {
        return status.equals("REVIEW_IN_PROGRESS");
    }

    /** Returns the change sets. */
    ChangeSets changeSets() {
        return changeSets;
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    StackSettings settings() {
        return settings;
    }

    void setSettings(StackSettings settings) {
        this.settings = settings;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    boolean isTerminationProtected() {
        return terminationProtected;
    }

    void setTerminationProtected(boolean terminationProtected) {
        this.terminationProtected = terminationProtected;
    }

    boolean isRollbackDisabled() {
        return rollbackDisabled;
    }

    void setRollbackDisabled(boolean rollbackDisabled) {
        this.rollbackDisabled = rollbackDisabled;
    }

    /** Returns whether the stack was created with OnFailure DO_NOTHING, which is less than a disabled rollback. */
    boolean isLeftOnFailure() {
        return leftOnFailure;
    }

    void setLeftOnFailure(boolean leftOnFailure) {
        this.leftOnFailure = leftOnFailure;
    }

    /** Returns how the stack is, or was, deleted. */
    Optional<DeleteOperation.Mode> deletionMode() {
        return deletionMode;
    }

    void setDeletionMode(DeleteOperation.Mode mode) {
        deletionMode = Optional.of(mode);
    }

    boolean isRetainingExceptOnCreate() {
        return retainExceptOnCreate;
    }

    void setRetainingExceptOnCreate(boolean retainExceptOnCreate) {
        this.retainExceptOnCreate = retainExceptOnCreate;
    }

    /** Returns whether a resource stays when the operation that made it is rolled back. */
    boolean keepsOnRollback(StackResource resource) {
        return resource.isAdopted() || (!retainExceptOnCreate && Deletion.keepsOnCreate(resource));
    }

    /** Returns what drift detection found since the last operation. */
    Optional<StackDrift> drift() {
        return drift;
    }

    void setDrift(StackDrift drift) {
        this.drift = Optional.of(drift);
    }

    /** Returns what is to be undone, if the stack is not stable. */
    Optional<Trail> trail() {
        return trail;
    }

    /** Returns the trail for an update that starts now: of the failed ones before it too, for they left it unstable. */
    Trail takeTrail() {
        Trail taken = trail.orElseGet(
                () -> new Trail(status.equals("CREATE_FAILED") ? Optional.empty() : Optional.of(settings)));
        trail = Optional.of(taken);
        return taken;
    }

    /** Notes that the stack is stable as it is: nothing is to be undone. */
    void settle() {
        trail = Optional.empty();
    }

    /** Makes {@code next} what happens to this stack; what was under way stops where it is. */
    void begin(Operation next, OperationEntry entry) {
        operation.ifPresent(Operation::abort);
        operations.open(entry);
        drift = Optional.empty();
        changeSets.outdate();
        operation = Optional.of(next);
        next.start();
    }

    OperationLog operations() {
        return operations;
    }

    Optional<Operation> operation() {
        return operation;
    }

    Collection<StackResource> resources() {
        return resources.values();
    }

    Optional<StackResource> resource(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    void put(StackResource resource) {
        resources.put(resource.logicalId(), resource);
    }

    void drop(String logicalId) {
        resources.remove(logicalId);
    }

    /** Returns the events, oldest first. */
    List<StackEvent> events() {
        return events;
    }

    /** Returns the status to show: the true one, unless a test wants to see another. */
    String shownStatus() {
        return shownStatus.orElse(status);
    }

    /** Shows another status, until the true one changes. */
    void show(String other) {
        shownStatus = Optional.of(other);
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).type().equals(TYPE)) {
                events.set(i, events.get(i).withStatus(other));
                return;
            }
        }
    }

    /** Puts events of one resource before all others. */
    void padEvents(int count) {
        StackResource resource = resources.values().stream().findFirst().orElseThrow();
        List<StackEvent> earlier = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            earlier.add(new StackEvent(
                    resource.logicalId() + "-earlier-" + i,
                    resource.logicalId(),
                    resource.physicalId().orElse(""),
                    resource.type().name(),
                    created,
                    i % 2 == 0 ? "UPDATE_IN_PROGRESS" : "UPDATE_COMPLETE",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        events.addAll(0, earlier);
    }

    /** Returns what is being done to a resource. */
    Phase phase(String logicalId) {
        if (status.contains("ROLLBACK")) {
            return Phase.ROLLING_BACK;
        }
        String doing = status.startsWith("IMPORT") ? status : latest(logicalId).orElse(status);
        return switch (doing.substring(0, doing.indexOf('_'))) {
            case "CREATE" -> Phase.CREATING;
            case "DELETE" -> Phase.DELETING;
            case "IMPORT" -> Phase.IMPORTING;
            default -> Phase.UPDATING;
        };
    }

    private Optional<String> latest(String logicalId) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).logicalId().equals(logicalId)) {
                return Optional.of(events.get(i).status()).filter(latest -> latest.endsWith("_IN_PROGRESS"));
            }
        }
        return Optional.empty();
    }

    void transition(String status, String reason, Instant now) {
        transition(status, Optional.of(reason), now);
    }

    void transition(String status, Optional<String> reason, Instant now) {
        this.status = status;
        this.reason = reason;
        this.shownStatus = Optional.empty();
        changeSets.follow(status);
        if (status.equals("UPDATE_IN_PROGRESS") || status.equals("IMPORT_IN_PROGRESS")) {
            updated = Optional.of(now);
        } else if (status.equals("DELETE_COMPLETE")) {
            deleted = Optional.of(now);
        }
        StackEvent event =
                new StackEvent(Ids.uuid(), name, id, TYPE, now, status, reason, Optional.empty(), operations.current());
        events.add(event);
        operations.turned(event);
    }

    void event(StackResource resource, String status, Optional<String> reason, Instant now) {
        resource.setStatus(status, reason, now);
        String eventId = resource.logicalId() + "-" + status + "-" + Xml.timestamp(now);
        boolean repeated = events.stream().anyMatch(known -> known.eventId().equals(eventId));
        StackEvent event = new StackEvent(
                repeated ? eventId + "-" + Ids.base32(4) : eventId,
                resource.logicalId(),
                resource.physicalId().orElse(""),
                resource.type().name(),
                now,
                status,
                reason,
                Optional.of(resource.properties().json().toJson(JsonLayout.MINIFIED)),
                operations.current());
        events.add(event);
        operations.progressed(event);
    }
}
