package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reader and the evaluator against Terraform itself: two runs without a provider, a few seconds in all. */
@Timeout(60)
class AgainstTerraformIT {
    private static final int FILES = 1500;
    private static final Pattern REFUSED = Pattern.compile("(?:on|in) (f\\d+\\.tf)\\b");

    private final Path folder;

    AgainstTerraformIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** {@code terraform fmt} parses each file before it looks at its layout. */
    @Test
    void aFileIsBrokenWhereTerraformCannotParseIt() throws Exception {
        TreeSet<String> broken = new TreeSet<>();
        for (int seed = 0; seed < FILES; seed++) {
            String name = "f" + seed + ".tf";
            String right = FileWriter.file(seed % 500).text();
            SourceText text = SourceText.of(name, seed < 500 ? right : Damage.one(right, new Random(seed)));
            Files.write(folder.resolve(name), text.bytes());
            if (SourceFile.parse(SourceText.of(name, text.bytes())).isBroken()) {
                broken.add(name);
            }
        }

        String said = terraform("", "fmt", "-no-color", "-check", "-list=false", "-write=false");

        TreeSet<String> refused = new TreeSet<>();
        REFUSED.matcher(said).results().forEach(match -> refused.add(match.group(1)));
        assertThat(refused).hasSizeGreaterThan(FILES / 5);
        assertThat(broken).isEqualTo(refused);
    }

    @Test
    void expressionsAreWorthWhatTheTableSays() throws Exception {
        List<Expressions.Row> rows = Expressions.all().toList();
        StringBuilder code = new StringBuilder(Expressions.DECLARATIONS).append("locals {\n  worth = [\n");
        rows.forEach(row -> code.append("    try(jsonencode(%s), \"INVALID\"),\n".formatted(row.expression())));
        Files.writeString(folder.resolve("main.tf"), code.append("  ]\n}\n"));

        String said = terraform("jsonencode(local.worth)\n", "console");

        List<String> worth = new ArrayList<>();
        if (Json.decode(said.strip()) instanceof String text && Json.decode(text) instanceof List<?> list) {
            list.forEach(each -> worth.add(String.valueOf(each)));
        }
        assertThat(worth)
                .as(said)
                .containsExactlyElementsOf(
                        rows.stream().map(Expressions.Row::worth).toList());
    }

    private String terraform(String input, String... words) throws IOException, InterruptedException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(on -> Files.isExecutable(Path.of(on, "terraform")));
        assumeTrue(installed, "terraform is not on the PATH");
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(words));
        Path said = folder.resolve("said.txt");
        Path asked = Files.writeString(folder.resolve("asked.txt"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(asked.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).as("terraform ended").isTrue();
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
    }
}
