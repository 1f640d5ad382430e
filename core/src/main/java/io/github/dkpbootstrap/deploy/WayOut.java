// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What a person can do about a stack that is left as it is. */
final class WayOut {
    private WayOut() {}

    /** Returns what to do, given a status for which the decision table says to stop. */
    static String of(String status) {
        return switch (status) {
            case "CREATE_FAILED", "ROLLBACK_FAILED" ->
                "Once that is mended, let the spec say recreateFailedStack() to delete what is left and make it anew, or call destroy()";
            case "DELETE_FAILED" ->
                "Remove what blocks the deletion, then call destroy(), or let the spec say recreateFailedStack() to have it deleted and made anew";
            case "UPDATE_FAILED" -> "deploy() rolls it back, and updates it then";
            case "UPDATE_ROLLBACK_FAILED" ->
                "Once that is mended, call deploy() again, which continues the rollback; or let the spec say skipStuckResources() to continue without the resources that fail. Deleting the stack would take the role from those who use it";
            case "IMPORT_ROLLBACK_FAILED" ->
                "No call continues this: give every resource a DeletionPolicy of Retain before the stack is deleted, or ask AWS Support";
            default -> "See the stack's events in the console, and finish what left it so";
        };
    }
}
