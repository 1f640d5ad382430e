// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
import java.util.List;
import java.util.Optional;

/**
 * Takes resources that exist already into a stack, in two steps: an import, in which nothing may change, not even outputs or tags,
 * and an update to the template as it should be. A process that stops in between goes on with the second step when it is
 * started again. One adopter serves one call. Not thread-safe; calls block.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html">Import AWS resources
 *     into a stack</a>
 */
public final class StackAdopter {
    private static final String IMPORTED = "IMPORT_COMPLETE";

    private final StackRequest request;
    private final StackGuard guard;
    private final Survey survey;
    private final StackDeployer deployer;
    private final StackOperations operations;
    private boolean imported;

    private StackAdopter(StackRequest request, StackGuard guard, StackDeployer deployer, Survey survey) {
        this.request = request;
        this.guard = guard;
        this.survey = survey;
        this.deployer = deployer;
        this.operations = deployer.operations();
    }

    /**
     * Returns an adopter; its time runs from now on.
     *
     * @param survey finds what there is to import
     */
    public static StackAdopter of(StackRequest request, StackGuard guard, BootstrapClients clients, Survey survey) {
        return new StackAdopter(request, guard, StackDeployer.of(request, guard, clients), survey);
    }

    /**
     * Imports and updates.
     *
     * @throws StackOperationException if the stack did not reach the wanted state
     */
    public Deployed adopt() {
        Rounds rounds = new Rounds(operations.reader(), operations.deadline(), request.stackName(), StackGoal.ADOPT);
        return operations
                .announcer()
                .toTheEnd(() -> rounds.until(StackOperation.IMPORT, this::round).after(deployer.earlierFailure()));
    }

    private Optional<Deployed> round(Rounds.Round round) {
        switch (round.decision()) {
            case IMPORT -> {
                guard.beforeFirstImport();
                importing(request.stackName(), round.stack(), survey.forNewStack());
            }
            case UPDATE -> {
                return update(round.existing());
            }
            case RECREATE -> deployer.clear(round.existing());
            case WAIT -> {
                Optional<Deployed> done = deployer.await(round.existing());
                imported |= done.filter(ours -> ours.done() == StackOperation.IMPORT)
                        .isPresent();
                return done.filter(ours -> ours.done() != StackOperation.IMPORT);
            }
            default -> throw deployer.stuck(round.existing());
        }
        return Optional.empty();
    }

    /** The stack is looked at before the import: what must not be updated must not be imported into. */
    private Optional<Deployed> update(StackSnapshot stack) {
        String deployed = operations.reader().template(stack.id());
        guard.beforeImport(stack, deployed);
        Optional<Adoption> lacking = survey.forStack(stack, deployed);
        if (lacking.isPresent()) {
            importing(stack.id(), Optional.of(stack), lacking.get());
            return Optional.empty();
        }
        Deployed updated = deployer.update(stack, deployed);
        return Optional.of(imported ? new Deployed(StackOperation.IMPORT, updated.stack()) : updated);
    }

    private void importing(String stack, Optional<StackSnapshot> before, Adoption adoption) {
        ChangeSetRequest imports = ChangeSetRequest.builder()
                .kind(ChangeSetKind.IMPORT)
                .stack(stack)
                .templateBody(adoption.templateBody())
                .keptParameters(before.map(StackSnapshot::parameters).orElse(List.of()))
                .imports(adoption.resources())
                .build();
        operations.execute(StackOperation.IMPORT, imports, before, IMPORTED);
        imported = true;
    }
}
