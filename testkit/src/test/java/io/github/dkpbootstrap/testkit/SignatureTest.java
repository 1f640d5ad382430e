// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Requests signed by the SDK's own signer, and then spoilt; without a socket. */
class SignatureTest {
    private static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void acceptsWhatTheSdkSigns() {
        LocalResponse response = aws.handle(request(Fixture.basic(aws.administrator())));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.bodyAsText()).contains("<Arn>arn:aws:iam::123456789012:user/administrator</Arn>");
        assertThat(response.headers()).containsKey("x-amzn-RequestId");
    }

    @Test
    void signsPathsAndQueriesWithOddCharacters() {
        URI uri = URI.create("http://127.0.0.1:1/a%20b/./c/../%C3%A4/?x=%2F+y&A=1&a=~*&empty");
        LocalResponse response = aws.handle(sign(Fixture.basic(aws.administrator()), uri, Clock.systemUTC(), "sts"));
        assertThat(response.statusCode()).as(response.bodyAsText()).isEqualTo(200);
    }

    @Test
    void acceptsAnUnsignedPayloadThatIsSignedAsSuch() {
        LocalRequest signed = sign(
                Fixture.basic(aws.administrator()),
                URI.create("https://127.0.0.1:1/"),
                Clock.systemUTC(),
                "sts",
                false);
        assertThat(signed.headers()).containsEntry("x-amz-content-sha256", List.of("UNSIGNED-PAYLOAD"));
        assertThat(aws.handle(signed).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesARequestWithoutASignature() {
        LocalRequest bare = LocalRequest.of("POST", uri(), Map.of(), bytes(BODY));
        assertError(aws.handle(bare), "MissingAuthenticationToken", "Request is missing Authentication Token");
    }

    @Test
    void refusesAHalfSignature() {
        assertError(
                aws.handle(
                        with("Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/sts/aws4_request")),
                "IncompleteSignature",
                "Authorization header requires &apos;Signature&apos; parameter. Authorization header requires "
                        + "&apos;SignedHeaders&apos; parameter.");
    }

    @Test
    void refusesAnUnknownKey() {
        assertError(
                aws.handle(request(AwsBasicCredentials.create("AKIAUNKNOWN", "secret"))),
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
    }

    @Test
    void refusesAWrongSecretAndATouchedBody() {
        AwsCredentials wrong = AwsBasicCredentials.create(aws.administrator().accessKeyId(), "wrong");
        assertError(
                aws.handle(request(wrong)),
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided.");
        LocalRequest good = request(Fixture.basic(aws.administrator()));
        LocalRequest touched = LocalRequest.of(good.method(), good.uri(), good.headers(), bytes(BODY + "&More=1"));
        assertThat(aws.handle(touched).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesATokenThatItDidNotIssueAndASessionWithoutOne() {
        AwsCredentials foreign = AwsSessionCredentials.create(
                aws.administrator().accessKeyId(), aws.administrator().secretAccessKey(), "token");
        assertError(aws.handle(request(foreign)), "InvalidClientTokenId", "security token");
    }

    @Test
    void refusesDatesThatAreOff() {
        AwsCredentials keys = Fixture.basic(aws.administrator());
        Clock early = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16));
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16));
        assertError(aws.handle(sign(keys, uri(), early, "sts")), "SignatureDoesNotMatch", "Signature expired: ");
        assertError(aws.handle(sign(keys, uri(), late, "sts")), "SignatureDoesNotMatch", "Signature not yet current: ");
    }

    @Test
    void namesTheActionThatItDoesNotPlay() {
        AwsCredentials keys = Fixture.basic(aws.administrator());
        LocalResponse response = aws.handle(sign(keys, uri(), Clock.systemUTC(), "autoscaling"));
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.bodyAsText()).contains("<Code>NotImplemented</Code>", "autoscaling:GetCallerIdentity");
        AwsCredentials nobody = Fixture.basic(aws.createUser("alice"));
        assertError(
                aws.handle(sign(nobody, uri(), Clock.systemUTC(), "autoscaling")),
                "AccessDenied",
                "because no identity-based policy allows the autoscaling:GetCallerIdentity action");
    }

    private static void assertError(LocalResponse response, String code, String message) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.bodyAsText().replace("'", "&apos;")).contains("<Code>" + code + "</Code>", message);
    }

    private LocalRequest with(String header, String value) {
        LocalRequest good = request(Fixture.basic(aws.administrator()));
        Map<String, List<String>> headers = new HashMap<>(good.headers());
        headers.put(header, List.of(value));
        return LocalRequest.of(good.method(), good.uri(), headers, good.body());
    }

    private LocalRequest request(AwsCredentials credentials) {
        return sign(credentials, uri(), Clock.systemUTC(), "sts");
    }

    private URI uri() {
        return aws.endpoint().resolve("/");
    }

    private static LocalRequest sign(AwsCredentials credentials, URI uri, Clock clock, String service) {
        return sign(credentials, uri, clock, service, true);
    }

    private static LocalRequest sign(
            AwsCredentials credentials, URI uri, Clock clock, String service, boolean payloadSigned) {
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials)
                        .request(SdkHttpRequest.builder()
                                .uri(uri)
                                .method(SdkHttpMethod.POST)
                                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                                .putHeader("X-Amz-Odd", "  a   b  ")
                                .build())
                        .payload(() -> new ByteArrayInputStream(bytes(BODY)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, payloadSigned)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        return LocalRequest.of("POST", signed.getUri(), signed.headers(), bytes(BODY));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
