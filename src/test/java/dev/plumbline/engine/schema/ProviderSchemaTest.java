package dev.plumbline.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderSchemaTest {
    private static final byte[] ANSWER = new Wire()
            .bytes(1, new Wire().text(1, "provider").done())
            .entry(2, "aws_kinesis_stream")
            .entry(2, "aws_s3_bucket")
            .entry(2, "aws_instance")
            .entry(3, "aws_caller_identity")
            .entry(3, "aws_kinesis_stream")
            .bytes(6, new Wire().number(2, 1).done())
            .entry(7, "arn_parse")
            .entry(7, "arn_build")
            .entry(8, "aws_lambda_invocation")
            .entry(9, "aws_instance")
            .number(31, 7)
            .done();

    @Test
    void keepsTheProviderTheNeededTypesAndWhatItDoesNotKnow() {
        byte[] trimmed = ProviderSchema.of(ANSWER).trimmedTo(NeededTypes.resources("aws_kinesis_stream"));

        assertThat(trimmed)
                .containsExactly(new Wire()
                        .bytes(1, new Wire().text(1, "provider").done())
                        .bytes(6, new Wire().number(2, 1).done())
                        .entry(9, "aws_instance")
                        .number(31, 7)
                        .entry(2, "aws_kinesis_stream")
                        .done());
    }

    @Test
    void keepsEachKindByItsOwnNames() {
        byte[] trimmed = ProviderSchema.of(ANSWER)
                .trimmedTo(new NeededTypes.Named(
                        Set.of("aws_instance"),
                        Set.of("aws_caller_identity"),
                        Set.of("aws_lambda_invocation"),
                        Set.of("arn_build"),
                        Set.of()));

        assertThat(text(trimmed))
                .contains("aws_caller_identity", "aws_lambda_invocation", "arn_build")
                .doesNotContain("arn_parse", "aws_s3_bucket", "aws_kinesis_stream");
    }

    @Test
    void keepsMentionsOfAnyKindAndMindsNoneThatIsUnknown() {
        byte[] trimmed = ProviderSchema.of(ANSWER)
                .trimmedTo(new NeededTypes.Named(
                        Set.of(), Set.of(), Set.of(), Set.of(), Set.of("aws_kinesis_stream", "aws_no_such_thing")));

        assertThat(text(trimmed).split("schema of aws_kinesis_stream", -1)).hasSize(3);
        assertThat(text(trimmed)).doesNotContain("aws_s3_bucket");
    }

    @Test
    void anUnknownTypeBringsEveryNameForTheSakeOfSuggestions() {
        ProviderSchema schema = ProviderSchema.of(ANSWER);

        byte[] trimmed = schema.trimmedTo(NeededTypes.resources("aws_kinesis_streams", "aws_instance"));

        assertThat(trimmed)
                .containsExactly(new Wire()
                        .bytes(1, new Wire().text(1, "provider").done())
                        .bytes(6, new Wire().number(2, 1).done())
                        .entry(9, "aws_instance")
                        .number(31, 7)
                        .bytes(2, nameOnly("aws_kinesis_stream"))
                        .bytes(2, nameOnly("aws_s3_bucket"))
                        .entry(2, "aws_instance")
                        .bytes(3, nameOnly("aws_caller_identity"))
                        .bytes(3, nameOnly("aws_kinesis_stream"))
                        .bytes(8, nameOnly("aws_lambda_invocation"))
                        .done());
        assertThat(text(schema.trimmedTo(NeededTypes.resources("aws_caller_identity"))))
                .as("a data source asked for as a resource")
                .contains("aws_caller_identity", "aws_s3_bucket")
                .doesNotContain("schema of aws_s3_bucket");
    }

    @Test
    void aLongNameKeepsItsLength() {
        String longName = "aws_" + "x".repeat(300);
        byte[] answer = new Wire().entry(2, longName).entry(2, "aws_instance").done();

        byte[] trimmed = ProviderSchema.of(answer).trimmedTo(NeededTypes.resources("aws_none"));

        assertThat(trimmed)
                .containsExactly(new Wire()
                        .bytes(2, nameOnly(longName))
                        .bytes(2, nameOnly("aws_instance"))
                        .done());
    }

    private static byte[] nameOnly(String name) {
        return new Wire()
                .text(1, name)
                .bytes(2, new Wire().bytes(2, new byte[0]).done())
                .done();
    }

    @Test
    void anUnknownFunctionBringsTheWholeSchema() {
        ProviderSchema schema = ProviderSchema.of(ANSWER);

        assertThat(schema.trimmedTo(new NeededTypes.Named(Set.of(), Set.of(), Set.of(), Set.of("arn_pars"), Set.of())))
                .isEqualTo(ANSWER);
    }

    @Test
    void everythingIsEverything() {
        assertThat(ProviderSchema.of(ANSWER).trimmedTo(NeededTypes.everything()))
                .isEqualTo(ANSWER);
    }

    @Test
    void bytesThatAreNoSchemaAreNeverCut() {
        NeededTypes types = NeededTypes.resources("aws_kinesis_stream");
        byte[][] odd = {
            {},
            new Wire().raw(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f).done(), // a length beyond the end
            new Wire().raw(0x12, 0x05, 1, 2).done(), // ends within a field
            new Wire().raw(0x80).done(), // ends within a number
            new Wire()
                    .raw(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)
                    .done(), // too long a number
            new Wire().raw(0x13).done(), // a group, which no plug-in protocol uses
            new Wire().raw(0x00, 0x01).done(), // field number 0
            new Wire().number(2, 5).done(), // a map entry that is a number
            new Wire().bytes(2, new Wire().text(2, "no key").done()).done(),
            new Wire()
                    .entry(2, "aws_kinesis_stream")
                    .entry(2, "aws_kinesis_stream")
                    .done(),
        };

        for (byte[] bytes : odd) {
            ProviderSchema schema = ProviderSchema.of(bytes);
            assertThat(schema.understood()).as(Arrays.toString(bytes)).isFalse();
            assertThat(schema.trimmedTo(types)).isSameAs(bytes);
        }
    }

    @Test
    void anyCutOrDamageOfASchemaIsEitherUnderstoodOrLeftWhole() {
        Random random = new Random(20);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = Arrays.copyOf(ANSWER, 1 + random.nextInt(ANSWER.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);

            ProviderSchema schema = ProviderSchema.of(damaged);
            byte[] trimmed = schema.trimmedTo(NeededTypes.resources("aws_kinesis_stream"));

            assertThat(trimmed.length).isLessThanOrEqualTo(damaged.length + 64);
            assertThat(schema.understood() || trimmed == damaged).isTrue();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
