package dev.plumbline.cloud;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Who a real account takes us for: account number and ARN, no secret. */
public record CallerIdentity(String account, String arn) {
    /** Asks STS with the credentials of the environment; empty if there are none or they are not accepted. */
    public static Optional<CallerIdentity> ask(String region) {
        try (DefaultCredentialsProvider credentials =
                        DefaultCredentialsProvider.builder().build();
                StsClient sts = StsClient.builder()
                        .region(Region.of(region.isEmpty() ? "us-east-1" : region))
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            GetCallerIdentityResponse answer = sts.getCallerIdentity();
            return Optional.of(new CallerIdentity(answer.account(), answer.arn()));
        } catch (SdkException refused) {
            return Optional.empty();
        }
    }
}
