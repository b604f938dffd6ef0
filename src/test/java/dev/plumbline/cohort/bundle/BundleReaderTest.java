package dev.plumbline.cohort.bundle;

import static dev.plumbline.cohort.bundle.Bundles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
    private final Path folder;

    BundleReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path packed(Map<String, byte[]> files) throws IOException {
        return Files.write(folder.resolve("b.zip"), BundleWriter.pack(Bundles.manifest(), files));
    }

    private void assertRefused(Map<String, byte[]> files, String... words) throws IOException {
        Path zip = Bundles.zip(folder.resolve("hostile.zip"), files);
        assertThatThrownBy(() -> BundleReader.open(zip))
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void whatIsPackedComesOutAsItWas() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            Map<String, byte[]> files = new TreeMap<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                byte[] content = new byte[random.nextInt(3000)];
                random.nextBytes(content);
                files.put("work/" + "d/".repeat(random.nextInt(3)) + "f ü" + i + ".tf", content);
            }
            Bundle bundle = BundleReader.open(packed(files));
            assertThat(bundle.alterations()).isEmpty();
            files.forEach((path, content) -> assertThat(bundle.file(path)).hasValue(content));
            assertThat(bundle.work()).hasSameSizeAs(files);
        }
    }

    @Test
    void theManifestComesBackAndTheBytesAreTheSameEachTime() throws Exception {
        Map<String, byte[]> files = Map.of("work/main.tf", bytes("a"), "report.json", bytes("{}"), "z", bytes("z"));
        byte[] once = BundleWriter.pack(Bundles.manifest(), files);
        assertThat(BundleWriter.pack(Bundles.manifest(), new LinkedHashMap<>(new TreeMap<>(files).descendingMap())))
                .isEqualTo(once);
        Manifest read = BundleReader.open(packed(files)).manifest();
        assertThat(read.masked()).isEqualTo(Bundles.manifest().masked());
        assertThat(read.leftOut()).isEqualTo(Bundles.manifest().leftOut());
        assertThat(read.written()).isEqualTo(Bundles.manifest().written());
        assertThat(read.file("work/main.tf"))
                .hasValueSatisfying(part -> assertThat(part.bytes()).isEqualTo(1));
    }

    @Test
    void codeIsUnpackedWithoutStates() throws Exception {
        Bundle bundle = BundleReader.open(packed(Map.of(
                "work/main.tf", bytes("x"),
                "work/m/a.tf", bytes("y"),
                "work/terraform.tfstate", bytes("{}"),
                "report.json", bytes("{}"))));
        Path code = folder.resolve("code");
        bundle.unpackCode(code);
        assertThat(code.resolve("m/a.tf")).hasContent("y");
        assertThat(code.resolve("terraform.tfstate")).doesNotExist();
        assertThat(code.resolve("report.json")).doesNotExist();
        bundle.unpackWork(folder.resolve("work"));
        assertThat(folder.resolve("work/terraform.tfstate")).exists();
    }

    @Test
    void everyChangeIsNamed() throws Exception {
        Map<String, byte[]> files = new HashMap<>(Bundles.unzip(BundleWriter.pack(
                Bundles.manifest(),
                Map.of("work/main.tf", bytes("a"), "report.json", bytes("{}"), "gone", bytes("")))));
        files.put("work/main.tf", bytes("b"));
        files.put("work/extra.tf", bytes("c"));
        files.remove("gone");
        Bundle bundle = BundleReader.open(Bundles.zip(folder.resolve("t.zip"), files));
        assertThat(bundle.alterations())
                .extracting(a -> a.part() + " " + a.says())
                .satisfiesExactlyInAnyOrder(
                        a -> assertThat(a).startsWith("work/main.tf is not as it was"),
                        a -> assertThat(a).startsWith("work/extra.tf was added"),
                        a -> assertThat(a).startsWith("gone is listed").endsWith("missing."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.tf",
                "work/../../out.tf",
                "/etc/passwd",
                "work//main.tf",
                "work\\..\\x",
                "C:/x",
                "work/./a",
                "work/a\u0000b",
                "a/b/c/d/e/f/g/h/i/j/k/l/m",
                "work/ /x",
                "../"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        assertRefused(Map.of(name, bytes("x")), "inside it leads out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "work/.terraform/providers/registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64/terraform-provider-aws",
                "work/.plumbline/journal.jsonl",
                "work/m/.terraform/modules/modules.json",
                "work/.Terraform"
            })
    void programsAreRefused(String name) throws IOException {
        assertRefused(Map.of(name, bytes("x")), "where programs look");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws Exception {
        // Zip writers refuse it too, so two names of one length are made one in the bytes.
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("work/main.tf", bytes("harmless"));
        files.put("work/mbin.tf", bytes("other"));
        Path zip = Bundles.zip(folder.resolve("twice.zip"), files);
        String raw = Files.readString(zip, StandardCharsets.ISO_8859_1).replace("mbin", "main");
        Files.writeString(zip, raw, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BundleReader.open(zip)).hasMessageContaining("twice");
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        assertRefused(
                Map.of("work/main.tf", new byte[(int) ZipContents.LARGEST_FILE + 1]),
                "unpacks to more than",
                "main.tf");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= ZipContents.LARGEST_TOTAL / ZipContents.LARGEST_FILE; i++) {
            many.put("work/" + i, new byte[(int) ZipContents.LARGEST_FILE]);
        }
        assertRefused(many, "unpacks to more than");
        Map<String, byte[]> tiny = new LinkedHashMap<>();
        for (int i = 0; i <= ZipContents.MOST_FILES; i++) {
            tiny.put("work/" + i, new byte[0]);
        }
        assertRefused(tiny, "at most");
    }

    @Test
    void aFileThatIsAFolderTooIsRefused() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("work/a", bytes("x"));
        files.put("work/a/b", bytes("y"));
        assertRefused(files, "'work/a'", "at once");
    }

    @Test
    void otherVersionsAndOtherFilesAreToldApart() throws Exception {
        assertRefused(
                Map.of("manifest.json", bytes("{\"schema\":\"plumbline/bundle/2\"}")), "plumbline/bundle/2", "Update");
        assertRefused(Map.of("manifest.json", bytes("{\"schema\":\"x\"}")), "does not name the schema");
        assertRefused(Map.of("manifest.json", bytes("{")), "is not JSON");
        assertRefused(Map.of("manifest.json", bytes("{\"schema\":\"plumbline/bundle/1\"}")), "lacks \"lab\"");
        assertRefused(Map.of("main.tf", bytes("x")), "no manifest.json");
        assertRefused(Map.of("manifest.json", bytes("[".repeat(5000))), "is not JSON");
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
        assertThatThrownBy(() -> BundleReader.open(text)).hasMessageContaining("not a zip file");
        assertThatThrownBy(() -> BundleReader.open(folder)).hasMessageContaining("not a file");
        assertThatThrownBy(() -> BundleReader.open(folder.resolve("none"))).hasMessageContaining("no such file");
    }

    /** Whatever bytes are spoilt, there is an answer: an exception of ours, or a bundle with what is wrong named. */
    @Test
    void spoiltBytesNeverCrashTheReader() throws Exception {
        byte[] good = BundleWriter.pack(
                Bundles.manifest(), Map.of("work/main.tf", bytes("resource \"x\" \"y\" {}\n".repeat(20))));
        Random random = new Random(11);
        Path file = folder.resolve("spoilt.zip");
        for (int round = 0; round < 400; round++) {
            byte[] spoilt = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, spoilt);
            try {
                assertThat(BundleReader.open(file).manifest().lab()).isNotNull();
            } catch (BundleException named) {
                assertThat(named.text()).endsWith(".");
            }
        }
    }

    @Test
    void onlyABundleIsOverwritten() throws Exception {
        Path file = folder.resolve("hand-in.zip");
        byte[] bundle = BundleWriter.pack(Bundles.manifest(), Map.of("work/main.tf", bytes("a")));
        BundleWriter.write(file, bundle);
        BundleWriter.write(file, bundle);
        assertThat(file).hasBinaryContent(bundle);
        Path other = Bundles.zip(folder.resolve("thesis.zip"), Map.of("thesis.txt", bytes("x")));
        byte[] before = Files.readAllBytes(other);
        assertThatThrownBy(() -> BundleWriter.write(other, bundle))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("left as it is");
        assertThat(other).hasBinaryContent(before);
        assertThatThrownBy(() -> BundleWriter.write(folder, bundle)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> BundleWriter.write(folder.resolve("no/x.zip"), bundle))
                .hasMessageContaining("There is no folder");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }
}
