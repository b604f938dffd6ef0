package dev.plumbline.cohort.handin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private final Secrets secrets = new Secrets(List.of("datacenter-stream", "us-east-1", "ON_DEMAND"));
    private final TextMasking texts = new TextMasking(secrets);

    private String masked(String file, String text) {
        secrets.addFrom(Configuration.of(List.of(SourceText.of(file, text))), "default");
        return texts.file("work/" + file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider \"aws\" {\n  secret_key = \"%s\"\n}\n",
                "provider \"aws\" {\n  secret_key = var.k\n}\nvariable \"k\" {\n  default = \"%s\"\n}\n",
                "locals {\n  k = \"%s\"\n}\nprovider \"aws\" {\n  token = local.k\n}\n",
                "provider \"aws\" {\n  secret_key = <<-E\n    %s\n  E\n}\n",
                "variable \"p\" {\n  sensitive = true\n  default   = { a = [\"%s\"] }\n}\n",
                "terraform {\n  backend \"s3\" {\n    secret_key = \"%s\"\n  }\n}\n",
                "provider \"aws\" {\n  secret_key = \"%s\"\n# the brace is missing, and AWS_SECRET_ACCESS_KEY = \"%s\"",
                "# aws_secret_access_key = \"%s\"\n",
                "locals {\n  db_password = \"%s\"\n}\n",
                "{\"provider\": {\"aws\": {\"secret_key\": \"%s\"}}}\n"
            })
    void aKeyIsMaskedWhereverItIsWritten(String code) {
        String text = code.replace("%s", KEY);
        String masked = masked("main.tf", text);
        assertThat(masked).doesNotContain(KEY).contains("MASKEDMASKED");
        assertThat(positions(masked)).isEqualTo(positions(text));
        assertThat(texts.masked()).isNotEmpty().allSatisfy(m -> assertThat(m.file())
                .isEqualTo("work/main.tf"));
    }

    private static List<Integer> positions(String text) {
        return text.lines().map(line -> line.codePointCount(0, line.length())).toList();
    }

    @Test
    void theIdOfAnAccessKeyIsMaskedEvenInProse() {
        assertThat(masked("main.tf", "# my key AKIAIOSFODNN7EXAMPLE, see mail"))
                .isEqualTo("# my key MASKEDMASKEDMASKEDMA, see mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider \"aws\" {\n  access_key = \"test\"\n  secret_key = \"test\"\n}\n",
                "provider \"aws\" {\n  secret_key = \"${var.k}\"\n}\n",
                "variable \"name\" {\n  sensitive = true\n  default = \"datacenter-stream\"\n}\n",
                "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"next_token = x\"\n}\n"
            })
    void whatOpensNothingStays(String code) {
        assertThat(masked("main.tf", code)).isEqualTo(code);
        assertThat(texts.masked()).isEmpty();
    }

    @Test
    void whatAStateCallsSensitiveIsMaskedThereAndEverywhere() throws Exception {
        String state =
                """
                {"version": 4, "resources": [{"mode": "managed", "type": "aws_x", "name": "y", "instances": [{
                  "attributes": {"name": "datacenter-stream", "pass": "hunter2hunter2", "pin": 1234, "list": [{"a": "deepdeep"}]},
                  "sensitive_attributes": [
                    [{"type": "get_attr", "value": "pass"}], [{"type": "get_attr", "value": "pin"}],
                    [{"type": "get_attr", "value": "list"}, {"type": "index", "value": {"value": 0, "type": "number"}}],
                    [{"type": "get_attr", "value": "name"}]]}]}],
                 "outputs": {"o": {"value": "outsecret", "type": "string", "sensitive": true}}}
                """;
        byte[] masked = new StateMasking(secrets, texts).mask("s", state.getBytes(StandardCharsets.UTF_8));
        String text = new String(masked, StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain("hunter2", "1234", "deepdeep", "outsecret")
                .contains("datacenter-stream");
        assertThat(new ObjectMapper().readTree(text).path("version").asInt()).isEqualTo(4);
        assertThat(texts.inside("f", "apply said hunter2hunter2")).isEqualTo("apply said MASKEDMASKEDMA");
    }

    @Test
    void aStateWithoutSecretsStaysByteForByte() {
        byte[] state = "{ \"version\":4,\"resources\":[] }".getBytes(StandardCharsets.UTF_8);
        assertThat(new StateMasking(secrets, texts).mask("s", state)).isSameAs(state);
        byte[] damaged = "{ \"secret_key\": \"abcdefgh\", ".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(new StateMasking(secrets, texts).mask("s", damaged), StandardCharsets.UTF_8))
                .contains("\"MASKEDMA\"");
    }

    @Test
    void aPlanLosesWhatMayHoldKeysAndKeepsTheRest() throws Exception {
        ObjectMapper json = new ObjectMapper();
        var plan = json.readTree(
                """
                {"format_version": "1.2", "configuration": {"k": "keykeykey"}, "variables": {"v": {"value": "varvarvar"}},
                 "resource_changes": [{"address": "a.b", "change": {"actions": ["no-op"],
                   "before": {"p": "beforesecret", "n": "open"}, "before_sensitive": {"p": true},
                   "after": {"p": "aftersecret"}, "after_sensitive": true}}],
                 "prior_state": {"values": {"root_module": {"child_modules": [{"resources": [
                   {"address": "a.b", "values": {"p": ["innersecret"]}, "sensitive_values": {"p": [true]}}]}]}}}}
                """);
        String masked =
                new PlanMasking(new JsonMasking(secrets, texts, "p")).mask(plan).toString();
        assertThat(masked)
                .doesNotContain("keykeykey", "varvarvar", "beforesecret", "aftersecret", "innersecret")
                .contains("\"open\"", "no-op", "format_version");
    }

    @Test
    void theShellsKeysAreFoundInAnyText() {
        secrets.addFrom(Map.of("AWS_SECRET_ACCESS_KEY", KEY, "AWS_REGION", "us-east-1", "HOME", "/home/learner"));
        assertThat(texts.inside("f", "at /home/learner in us-east-1 with " + KEY))
                .isEqualTo("at /home/learner in us-east-1 with " + Mask.of(KEY));
    }

    /** Whatever stands around it, the secret goes, and every character keeps its place. */
    @Test
    void positionsStayInAnyText() {
        Random random = new Random(5);
        String secret = "s3cr3t-ü-😀-value";
        secrets.add("token", secret);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(
                        switch (random.nextInt(6)) {
                            case 0 -> secret;
                            case 1 -> "\n";
                            case 2 -> "token = \"" + secret + "\"";
                            case 3 -> "\"";
                            case 4 -> secret.substring(random.nextInt(4));
                            default -> "x = 1 ";
                        });
            }
            String masked = texts.inside("f", text.toString());
            assertThat(masked).doesNotContain(secret);
            assertThat(positions(masked)).isEqualTo(positions(text.toString()));
        }
    }
}
