package dev.plumbline.coaching;

import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What terraform init leaves behind: the lock file, .terraform, the backend. */
final class Setup implements Recogniser {
    static final String LOCK = ".terraform.lock.hcl";
    private static final String RECORD = ".terraform/terraform.tfstate";
    private static final Pattern HASH = Pattern.compile("\"(h1|zh):([^\"]*)\"");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (situation.report().verdict() == Verdict.PASSED) {
            return;
        }
        backend(situation, seen);
        WorkspaceSnapshot folder = situation.folder();
        boolean code = situation.code().files().stream().anyMatch(NoCode::saysSomething);
        Optional<byte[]> lock = folder.bytes(LOCK);
        if (!code) {
            return;
        }
        if (lock.isPresent()) {
            lockFile(situation, lock.get(), seen);
        } else if (folder.initialised()
                && !folder.atWork() // init writes it last
                && needsProvider(situation)
                && providerInstalled(situation)) {
            seen.accept(Sighting.of("lock-missing"));
        }
    }

    /** Whether init put a provider there, rather than only a backend. */
    private static boolean providerInstalled(Situation situation) {
        return java.nio.file.Files.isDirectory(
                situation.folder().root().resolve(".terraform").resolve("providers"));
    }

    private static boolean needsProvider(Situation situation) {
        return !situation.code().blocks("resource").isEmpty()
                || !situation.code().blocks("provider").isEmpty();
    }

    private static void lockFile(Situation situation, byte[] bytes, Consumer<Sighting> seen) {
        SourceFile lock = SourceFile.parse(SourceText.of(LOCK, bytes));
        if (lock.isBroken()) {
            seen.accept(Sighting.of("lock-broken")
                    .at(LOCK, lock.troubles().get(0).range().startLine(), 1));
            return;
        }
        Optional<Block> aws = lock.body().blocks("provider").stream()
                .filter(b -> b.label(0).endsWith("/aws"))
                .findFirst();
        String version = aws.flatMap(b -> b.body().argument("version"))
                .map(a -> a.value())
                .map(v -> v instanceof dev.plumbline.terraform.source.Expression.Template t ? t.plainText() : null)
                .orElse("");
        String installed = Installed.provider(situation);
        if (!version.isEmpty() && !installed.isEmpty() && !version.equals(installed)) {
            seen.accept(Sighting.of("lock-other-version")
                    .at(LOCK, aws.map(b -> b.range().startLine()).orElse(1), 1)
                    .with("found", version));
        } else if (hasBogusHashes(bytes)) {
            seen.accept(Sighting.of("lock-bad-hash").at(LOCK, 1, 1));
        } else if (!situation.folder().initialised()) {
            seen.accept(Sighting.of("dot-terraform-missing"));
        }
    }

    /** Whether no hash in the lock file can be one: SHA-256 in Base64 after h1, in hexadecimal after zh. */
    private static boolean hasBogusHashes(byte[] bytes) {
        Matcher hashes = HASH.matcher(new String(bytes, StandardCharsets.UTF_8));
        boolean any = false;
        while (hashes.find()) {
            any = true;
            if (isHash(hashes.group(1), hashes.group(2))) {
                return false;
            }
        }
        return any;
    }

    private static boolean isHash(String scheme, String text) {
        if (scheme.equals("zh")) {
            return text.matches("[0-9a-f]{64}") && text.chars().distinct().count() > 5;
        }
        try {
            return Base64.getDecoder().decode(text).length == 32
                    && text.chars().distinct().count() > 8;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static void backend(Situation situation, Consumer<Sighting> seen) {
        Optional<Block> backend = situation.code().blocks("terraform").stream()
                .flatMap(t -> t.body().blocks().stream())
                .filter(b -> b.type().equals("backend") || b.type().equals("cloud"))
                .findFirst();
        String record = situation
                .folder()
                .bytes(RECORD)
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .orElse("");
        boolean asks = situation.errors().stream()
                .map(Diagnostic::summary)
                .anyMatch(s -> s.startsWith("Backend initialization required") || s.startsWith("HCP Terraform"));
        if (backend.isPresent() && backend.get().type().equals("cloud")) {
            remote(situation, backend.get(), "backend-cloud", seen);
            return;
        }
        String kind = backend.map(b -> b.label(0)).orElse("");
        if (backend.isPresent() && !kind.equals("local") && !record.contains("\"" + kind + "\"")) {
            remote(situation, backend.get(), "backend-bucket-missing", seen);
            return;
        }
        String path = backend.filter(b -> kind.equals("local"))
                .flatMap(b -> situation.meaning().text(b, "path"))
                .orElse("");
        boolean unset = backend.isEmpty() && record.contains("\"local\"");
        boolean changed = !path.isEmpty()
                && !record.contains("\"" + path + "\"")
                && situation.folder().initialised();
        boolean plain = backend.isPresent() && path.isEmpty();
        if (asks || unset || (changed && !plain)) {
            seen.accept(at(Sighting.of("backend-changed"), backend));
        } else if (!path.isEmpty()) {
            leftBehind(situation, backend, seen);
        }
    }

    /** The new place has no record of the subject, and a backup in the old place still has. */
    private static void leftBehind(Situation situation, Optional<Block> backend, Consumer<Sighting> seen) {
        StateHistory history = StateHistory.of(situation);
        if (history.has(situation.state().current()) || Live.subject(situation).isEmpty()) {
            return;
        }
        Optional<String> other = history.elsewhere().or(history::anyBackup);
        if (other.isPresent()) {
            seen.accept(at(Sighting.of("backend-changed"), backend)
                    .with("other", other.get())
                    .with("place", situation.state().path()));
        }
    }

    private static Sighting at(Sighting sighting, Optional<Block> backend) {
        return backend.map(b -> sighting.at(b.range())).orElse(sighting);
    }

    private static void remote(Situation situation, Block block, String id, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(block.range());
        Optional<Block> terraform = situation.code().blocks("terraform").stream()
                .filter(t -> t.body().items().equals(List.of(block)))
                .findFirst();
        String name = block.body()
                .argument("bucket")
                .map(Argument::value)
                .flatMap(v -> situation.meaning().value(v).text())
                .orElse("");
        seen.accept(Sighting.of(id)
                .at(block.range())
                .with("name", name)
                .with("found", block.type().equals("backend") ? block.label(0) : "")
                .with("lacking", lacking(block))
                .fix(surgery.done(surgery.delete(terraform.isPresent() ? terraform.get() : block))));
    }

    /** What an s3 backend must be told and is not; AWS_REGION would do for the region, and is not in the code. */
    private static String lacking(Block backend) {
        return backend.label(0).equals("s3")
                ? Stream.of("bucket", "key", "region")
                        .filter(name -> backend.body().argument(name).isEmpty())
                        .collect(Collectors.joining(", "))
                : "";
    }
}
