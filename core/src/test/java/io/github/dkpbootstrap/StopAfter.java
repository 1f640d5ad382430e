// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** A process that stops dead after the first call of an action: the call is done, nobody learns of it. */
final class StopAfter implements ExecutionInterceptor {
    /** What stands for the end of the process: nothing catches it. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final String action;

    StopAfter(String action) {
        this.action = action;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (action.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
            throw new Stopped();
        }
    }
}
