package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepParserTest {
    @Test
    void readsEveryVerb() {
        Map<String, Step> steps = Map.ofEntries(
                Map.entry("init", new Step.Terraform(List.of("init", "-input=false", "-no-color"), null)),
                Map.entry(
                        "plan:-out=tfplan",
                        new Step.Terraform(List.of("plan", "-input=false", "-no-color", "-out=tfplan"), null)),
                Map.entry("tf:state mv a.b a.c", new Step.Terraform(List.of("state", "mv", "a.b", "a.c"), null)),
                Map.entry("tf:apply -var 'name=a b'", new Step.Terraform(List.of("apply", "-var", "name=a b"), null)),
                Map.entry("apply-answer:no", new Step.Terraform(List.of("apply", "-no-color"), "no")),
                Map.entry("answer:no:init", new Step.Terraform(List.of("init", "-no-color"), "no")),
                Map.entry("kill-apply", new Step.InterruptedApply(true)),
                Map.entry("sigint-apply", new Step.InterruptedApply(false)),
                Map.entry("edit:main.tf<-_edits/after.tf", new Step.Write("main.tf", "_edits/after.tf")),
                Map.entry("write:x.lock<-_edits/x", new Step.Write("x.lock", "_edits/x")),
                Map.entry("rm:.terraform", new Step.Remove(".terraform")),
                Map.entry("mv:../main.tf->main.tf", new Step.Move("../main.tf", "main.tf")),
                Map.entry("cp:a->b/c", new Step.Copy("a", "b/c")),
                Map.entry(
                        "aws:us-west-2:kinesis.update_stream_mode:{\"StreamARN\":\"arn:aws:kinesis\"}",
                        new Step.InAws("us-west-2", "UpdateStreamMode", "{\"StreamARN\":\"arn:aws:kinesis\"}")),
                Map.entry("state:truncate 300", new Step.DamageState("truncate 300")),
                Map.entry(
                        "in:..:try:init",
                        new Step.InFolder(
                                "..",
                                new Step.MayFail(
                                        new Step.Terraform(List.of("init", "-input=false", "-no-color"), null)))));

        steps.forEach(
                (text, step) -> assertThat(StepParser.parse(text)).as(text).isEqualTo(step));
    }

    @Test
    void applyAndDestroyNeedNoAnswer() {
        assertThat(StepParser.parse("apply:-refresh-only"))
                .isEqualTo(new Step.Terraform(
                        List.of("apply", "-auto-approve", "-input=false", "-no-color", "-refresh-only"), null));
        assertThat(StepParser.parse("destroy"))
                .isEqualTo(new Step.Terraform(List.of("destroy", "-auto-approve", "-input=false", "-no-color"), null));
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> StepParser.parse("destory"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("destory");
        assertThatThrownBy(() -> StepParser.parse("mv:a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("->");
        assertThatThrownBy(() -> StepParser.parse("aws:us-east-1:s3.create_bucket:{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kinesis.METHOD");
    }
}
