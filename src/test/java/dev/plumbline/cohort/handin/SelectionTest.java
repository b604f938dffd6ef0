package dev.plumbline.cohort.handin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cohort.bundle.Manifest.LeftOut;
import dev.plumbline.workspace.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    private final Path folder;

    SelectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void whatTheJudgementRestsOnIsTakenAndNothingElse() throws Exception {
        put("main.tf", "resource \"x\" \"y\" {\n  policy = file(\"policy.json\")\n  other = file(\"key.pem\")\n}\n");
        put("terraform.tfvars", "a = 1");
        put(".terraform.lock.hcl", "# lock");
        put("terraform.tfstate", "{}");
        put("terraform.tfstate.d/dev/terraform.tfstate", "{}");
        put("m/main.tf", "# module");
        put("policy.json", "{}");
        put("draft.txt", "resource \"aws_kinesis_stream\" \"s\" {\n}\n");
        for (String name : new String[] {
            "diary.txt",
            "key.pem",
            ".env",
            "crash.log",
            "prod.tfvars",
            "plan.tfplan",
            "photo.json",
            "id_rsa",
            ".terraform/providers/p",
            "album/one.jpg",
            ".terraform.tfstate.lock.info"
        }) {
            put(name, "mine");
        }
        Files.createDirectories(folder.resolve("folder.tf"));

        Selection selection = Selection.of(SnapshotReader.read(folder));

        assertThat(selection.taken().keySet())
                .containsExactlyInAnyOrder(
                        "main.tf",
                        "terraform.tfvars",
                        ".terraform.lock.hcl",
                        "terraform.tfstate",
                        "terraform.tfstate.d/dev/terraform.tfstate",
                        "m/main.tf",
                        "policy.json",
                        "draft.txt");
        assertThat(selection.leftOut())
                .extracting(LeftOut::name)
                .containsExactlyInAnyOrder(
                        "diary.txt",
                        "key.pem",
                        ".env",
                        "crash.log",
                        "prod.tfvars",
                        "plan.tfplan",
                        "photo.json",
                        "id_rsa",
                        ".terraform/",
                        "album/",
                        ".terraform.tfstate.lock.info",
                        "folder.tf/");
    }

    @Test
    void aLinkIntoAFolderOfKeysIsNotFollowed() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(keys.resolve("credentials"), "[default]");
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.createSymbolicLink(work.resolve("main.tf"), keys.resolve("credentials"));
        Selection selection = Selection.of(SnapshotReader.read(work));
        assertThat(selection.taken()).isEmpty();
        assertThat(selection.leftOut()).singleElement().satisfies(one -> assertThat(one.why())
                .contains("a link"));
    }

    @Test
    void moreThanABundleTakesIsSaid() throws Exception {
        for (int i = 0; i < 8; i++) {
            put("terraform.tfstate." + i, "x".repeat((int) SnapshotReader.FILE_CAP));
        }
        Selection selection = Selection.of(SnapshotReader.read(folder));
        assertThat(selection.taken()).hasSize(6);
        assertThat(selection.leftOut()).extracting(LeftOut::why).containsOnly("there is more than a bundle takes");
    }
}
