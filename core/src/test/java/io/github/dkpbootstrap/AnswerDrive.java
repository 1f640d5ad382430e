// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.testkit.CallFault;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** Opens sessions against an AWS that answers wrongly, brokenly or not at all, with secrets in its answers. */
final class AnswerDrive {
    private final MarkedAccount account;
    private final Evidence evidence;
    private final String externalId;
    private final AwsSessionCredentials source;
    private final Function<StsClient, DkpSession> sessions;

    AnswerDrive(
            MarkedAccount account,
            Evidence evidence,
            String externalId,
            AwsSessionCredentials source,
            Function<StsClient, DkpSession> sessions) {
        this.account = account;
        this.evidence = evidence;
        this.externalId = externalId;
        this.source = source;
        this.sessions = sessions;
    }

    /** What AWS, or who answers in its place, can say. */
    void run() {
        String keys = "<AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>hush-answer</SecretAccessKey>";
        account.marks.add("secret key of a broken answer", "hush-answer");
        String refusal = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message><Detail>" + externalId
                + "</Detail></Error></ErrorResponse>";
        answer(CallFault.throttled().times(2));
        answer(CallFault.serverError().always());
        answer(CallFault.reset().always());
        answer(CallFault.lostAfterEffect().always());
        answer(CallFault.truncated().always());
        answer(CallFault.garbage().always());
        answer(CallFault.answer(200, "text/html", "<html>" + externalId + " hush-answer</html>")
                .always());
        answer(CallFault.answer(200, "text/xml", result(keys + "<SessionToken>hush-answer</SessionT"))
                .always());
        answer(CallFault.answer(200, "text/xml", result(keys + "<hush-answer&hush-answer;>"))
                .always());
        answer(CallFault.answer(200, "text/xml", result(keys + "<Expiration>hush-answer</Expiration>"))
                .always());
        answer(CallFault.answer(200, "text/xml", result(keys)).always());
        answer(CallFault.answer(403, "text/xml", refusal).always());
        account.aws.inject(CallFault.refused("Throttling", 400, "of " + externalId)
                .on("sts:AssumeRole")
                .times(3));
        answer(CallFault.unavailable().onCall(4).times(1)); // the first attempts quote it, the last does not
    }

    private static String result(String keys) {
        return "<AssumeRoleResponse><AssumeRoleResult><Credentials>" + keys
                + "</Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private void answer(CallFault fault) {
        account.aws.inject(fault.on("sts:AssumeRole"));
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(source));
                DkpSession session = sessions.apply(sts)) {
            try {
                evidence.see(session.issued());
            } catch (RuntimeException e) {
                evidence.see(e);
                evidence.fails(() -> session.credentials().resolveIdentity().join());
            }
        }
        account.aws.clearFaults();
    }
}
