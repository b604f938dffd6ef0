package dev.plumbline.grading;

import dev.plumbline.grading.judge.Code;
import dev.plumbline.grading.judge.CodeValue;
import dev.plumbline.grading.judge.Judge;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Instances;
import dev.plumbline.terraform.source.ProviderRef;
import dev.plumbline.terraform.source.ResourceInstance;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.Severity;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.SyntaxTrouble;
import dev.plumbline.terraform.source.UnknownReason;
import dev.plumbline.terraform.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The learner's configuration in the words of the checks. Where the reading and Terraform disagree, Terraform is right. */
final class SourceCode implements Judge.CodeView {
    /** What Terraform says when it cannot load a file at all, whatever the provider. */
    private static final Set<String> LOAD_ERRORS = Set.of(
            "Argument or block definition required",
            "Invalid block definition",
            "Unclosed configuration block",
            "Invalid multi-line string",
            "Unterminated template string",
            "Missing newline after argument",
            "Missing newline after block definition",
            "Invalid character",
            "Invalid expression",
            "Attribute redefined",
            "Extraneous label for resource",
            "Missing name for resource",
            "Invalid single-argument block definition",
            "Invalid character encoding");

    private final Evidence evidence;
    private final Configuration configuration;
    private final Evaluator evaluator;

    private SourceCode(Evidence evidence) {
        this.evidence = evidence;
        this.configuration = evidence.source();
        this.evaluator = new Evaluator(
                configuration, new Situation(Map.of(), evidence.workspace().selectedWorkspace()));
    }

    static SourceCode of(Evidence evidence) {
        return new SourceCode(evidence);
    }

    @Override
    public Code of(String type) {
        boolean blank = configuration.files().stream()
                .allMatch(f -> f.body().items().isEmpty() && f.troubles().isEmpty());
        if (blank) {
            return new Code.Nothing();
        }
        Optional<Code> broken = broken();
        if (broken.isPresent()) {
            return broken.get();
        }
        List<Code.Instance> instances = new ArrayList<>();
        for (ResourceView resource : configuration.resources(type)) {
            if (evaluator.instances(resource) instanceof Instances.Listed listed) {
                listed.list().forEach(i -> instances.add(new Read(i)));
            }
        }
        return instances.isEmpty() ? elsewhere(type) : new Code.Declared(instances);
    }

    private Optional<Code> broken() {
        if (!(evidence.plan() instanceof PlanEvidence.Refused refused)) {
            return evidence.plan() instanceof PlanEvidence.Planned ? Optional.empty() : troubled(Severity.BREAKS);
        }
        Optional<Code> seen = troubled(Severity.REFUSED);
        if (seen.isPresent()) {
            return seen;
        }
        return refused.diagnostics().stream()
                .filter(d -> d.isError() && LOAD_ERRORS.contains(d.summary()))
                .findFirst()
                .map(d -> new Code.Broken(
                        d.summary() + ".",
                        d.range() == null
                                ? null
                                : new Finding.Place(
                                        d.range().file(),
                                        d.range().startLine(),
                                        d.range().startColumn())));
    }

    private Optional<Code> troubled(Severity least) {
        return configuration.troubles().stream()
                .filter(t -> t.severity() == Severity.BREAKS
                        || (least == Severity.REFUSED && t.severity() == Severity.REFUSED))
                .findFirst()
                .map(t -> new Code.Broken("Terraform cannot read it: " + words(t) + ".", place(t.range())));
    }

    private static String words(SyntaxTrouble trouble) {
        return trouble.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private Code elsewhere(String type) {
        CodeValue region = region(configuration
                .provider(
                        new ProviderRef(type.replaceFirst("_.*", ""), "", false, new SourceRange("", 1, 1, 1, 1, 0, 0)))
                .flatMap(p -> p.region(evaluator)));
        if (!configuration.resources(type).isEmpty()) {
            // count = 0 or an empty for_each: written, and it makes nothing.
            return new Code.Elsewhere("", null, region);
        }
        return configuration.resources().stream()
                .findFirst()
                .<Code>map(r -> new Code.Elsewhere(
                        "The file declares \"" + r.type() + "\", not \"" + type + "\".",
                        place(r.block().headerRange()),
                        region))
                .orElseGet(() -> new Code.Elsewhere("", null, region));
    }

    @Override
    public List<Finding.Place> modules() {
        return configuration.modules().stream()
                .map(Block::headerRange)
                .map(SourceCode::place)
                .toList();
    }

    private static Finding.Place place(SourceRange range) {
        return new Finding.Place(range.file(), range.startLine(), range.startColumn());
    }

    private CodeValue region(Optional<dev.plumbline.terraform.source.Finding> found) {
        return found.map(this::value).orElseGet(CodeValue::absent);
    }

    private CodeValue value(dev.plumbline.terraform.source.Finding found) {
        Finding.Place place = place(found.range());
        if (found.value() instanceof Value.Known known) {
            return known.data() == null
                    ? CodeValue.absent()
                    : new CodeValue(CodeValue.Kind.KNOWN, known.data(), place, String.valueOf(known.data()));
        }
        Value.Unknown unknown = (Value.Unknown) found.value();
        UnknownReason reason = unknown.reason();
        // What Terraform has planned has a value: if this reading finds none, that is a limit of the reading.
        boolean open = evidence.plan() instanceof PlanEvidence.Planned
                || reason == UnknownReason.KNOWN_AFTER_APPLY
                || reason == UnknownReason.FUNCTION
                || reason == UnknownReason.TOO_LARGE;
        return new CodeValue(
                open ? CodeValue.Kind.OPEN : CodeValue.Kind.VALUELESS,
                null,
                place,
                open
                        ? "Only Terraform can work out " + unknown.subject() + "."
                        : unknown.subject() + " has no value: "
                                + reason.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ') + ".");
    }

    /** One instance as it is read. */
    private final class Read implements Code.Instance {
        private final ResourceInstance instance;

        Read(ResourceInstance instance) {
            this.instance = instance;
        }

        @Override
        public String address() {
            return instance.address();
        }

        @Override
        public Finding.Place place() {
            return SourceCode.place(instance.resource().block().headerRange());
        }

        @Override
        public CodeValue attribute(String path) {
            return instance.attribute(path.split("\\.", -1)).stream()
                    .filter(f -> !f.inObject())
                    .findFirst()
                    .map(SourceCode.this::value)
                    .orElseGet(CodeValue::absent);
        }

        @Override
        public CodeValue region() {
            return SourceCode.this.region(instance.region());
        }

        @Override
        public Set<String> ignoredChanges() {
            Set<String> names = new LinkedHashSet<>();
            instance.resource().ignoreChanges().forEach(n -> names.add(n.name().equals("all") ? "*" : n.name()));
            return names;
        }

        @Override
        public List<String> written() {
            List<String> paths = new ArrayList<>();
            instance.resource().block().body().arguments().stream()
                    .map(Argument::name)
                    .forEach(paths::add);
            for (Block block : instance.resource().block().body().blocks()) {
                block.body().arguments().forEach(a -> paths.add(block.type() + "." + a.name()));
            }
            return paths;
        }
    }
}
