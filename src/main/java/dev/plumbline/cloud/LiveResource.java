package dev.plumbline.cloud;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the account itself describes it.
 *
 * @param type its Terraform type
 * @param identity its name there
 * @param region where it is
 * @param account the twelve digits of its account, from its ARN
 * @param status the service's own word, such as ACTIVE
 * @param created when it was made, to the service's precision
 * @param attributes in the Terraform provider's names and nesting
 */
public record LiveResource(
        String type,
        String identity,
        String region,
        String account,
        String status,
        @Nullable Instant created,
        Map<String, @Nullable Object> attributes) {}
