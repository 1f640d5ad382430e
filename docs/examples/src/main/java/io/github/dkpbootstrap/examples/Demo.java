// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.Shell;
import io.github.dkpbootstrap.template.Template;
import java.io.PrintStream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** The whole path: deploy the stack, assume the role, use it, hand the credentials to a shell. */
public final class Demo {
    private final PrintStream out;
    private final Target target;

    private Demo(PrintStream out, Target target) {
        this.out = out;
        this.target = target;
    }

    /** Runs the demo on the target that the system property {@code dkp.target} names. */
    public static void main(String[] args) {
        try (Target target = Target.fromProperties()) {
            new Demo(System.out, target).run();
        }
    }

    private void run() {
        BootstrapSpec spec =
                BootstrapSpec.builder().listener(StackListener.console()).build();
        Template template = DkpBootstrap.template(spec);
        out.println("Deploying stack " + spec.stackName() + " to " + target.description());
        out.printf(
                "template %,d of %,d bytes, policy %,d of 6,144 characters%n",
                template.bodyBytes(),
                Template.MAX_BODY_BYTES,
                template.permissions().quotaCharacters());

        DkpDeployment dkp = DkpBootstrap.using(target.clients()).deploy(spec);

        out.println(dkp.outcome() + " " + dkp.stackId());
        out.println("  role             " + dkp.outputs().roleArn());
        out.println("  policy           " + dkp.outputs().policyArn());
        out.println("  instance profile " + dkp.outputs().instanceProfileArn());
        out.println();
        try (DkpSession session = dkp.openSession("demo");
                IamClient iam = target.iam(session.credentials())) {
            out.println("As the role:");
            createServiceLinkedRole(iam, "autoscaling.amazonaws.com");
            createServiceLinkedRole(iam, "ecs.amazonaws.com");
            out.println();
            out.println("For a shell (secrets masked here):");
            session.issued().maskedExportLines(Shell.POSIX).forEach(line -> out.println("  " + line));
        }
        out.println();
        out.println("On LocalStack: add -Ddkp.target=http://localhost:4566   On AWS: add -Ddkp.target=aws");
    }

    private void createServiceLinkedRole(IamClient iam, String service) {
        try {
            iam.createServiceLinkedRole(r -> r.awsServiceName(service));
            out.println("  iam:CreateServiceLinkedRole for " + service + ": allowed");
        } catch (IamException e) {
            out.println("  iam:CreateServiceLinkedRole for " + service + ": "
                    + e.awsErrorDetails().errorCode() + ", "
                    + e.awsErrorDetails().errorMessage());
        }
    }
}
