// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
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
    private final Survey survey;
    private final StackDeployer deployer;
    private final StackOperations operations;
    private boolean imported;

    private StackAdopter(StackRequest request, StackDeployer deployer, Survey survey) {
        this.request = request;
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
        return new StackAdopter(request, StackDeployer.of(request, guard, clients), survey);
    }

    /**
     * Imports and updates.
     *
     * @throws StackOperationException if the stack did not reach the wanted state
     */
    public Deployed adopt() {
        Rounds rounds = new Rounds(operations.reader(), request.stackName(), StackGoal.ADOPT);
        return operations
                .announcer()
                .toTheEnd(() -> rounds.until(StackOperation.IMPORT, this::round).after(deployer.earlierFailure()));
    }

    private Optional<Deployed> round(Rounds.Round round) {
        switch (round.decision()) {
            case IMPORT -> importing(request.stackName(), survey.forNewStack());
            case UPDATE -> {
                Optional<Adoption> lacking = survey.forStack(round.existing());
                if (lacking.isPresent()) {
                    importing(round.existing().id(), lacking.get());
                    return Optional.empty();
                }
                Deployed updated = deployer.update(round.existing());
                return Optional.of(imported ? new Deployed(StackOperation.IMPORT, updated.stack()) : updated);
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

    private void importing(String stack, Adoption adoption) {
        ChangeSetSnapshot made = operations
                .making()
                .make(ChangeSetRequest.builder()
                        .kind(ChangeSetKind.IMPORT)
                        .stack(stack)
                        .templateBody(adoption.templateBody())
                        .imports(adoption.resources())
                        .build());
        StackSnapshot target = operations
                .reader()
                .find(made.stackId())
                .orElseThrow(() -> new StateChangedException("The stack of the import is gone", null));
        operations.execute(StackOperation.IMPORT, target, made, IMPORTED);
        imported = true;
    }
}
