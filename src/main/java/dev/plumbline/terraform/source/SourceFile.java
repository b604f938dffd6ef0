package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A source file as far as it can be read. Reading never fails: what is broken is listed in {@link #troubles} and passed
 * over, and every block outside of it is there.
 *
 * <p>The reader is our own, for four reasons measured or met with the parser libraries at hand: they stop or lose the
 * outer block at the first half-typed line, they name neither the missing quote nor the missing brace, they give no
 * exact ranges to edit (code points, quotes, braces), and a generated parser costs a cold JVM more than the whole
 * reading may take. It follows the HCL native syntax specification; where {@link #isBroken} and Terraform disagree,
 * Terraform is right.
 *
 * @param text what was read
 * @param body the arguments and blocks at the top
 * @param comments all comments, in order
 * @param troubles what is wrong, in order of place
 */
public record SourceFile(SourceText text, Body body, List<Comment> comments, List<SyntaxTrouble> troubles) {

    /** Longer texts are not read: no configuration is that long. In characters. */
    public static final int LONGEST = 4_000_000;

    /** Makes the lists unmodifiable. */
    public SourceFile {
        comments = List.copyOf(comments);
        troubles = List.copyOf(troubles);
    }

    /** Reads a file; JSON where its name ends in {@code .json}. */
    public static SourceFile parse(SourceText text) {
        return SourceReader.read(text);
    }

    /** Whether Terraform would refuse to parse the file. */
    public boolean isBroken() {
        return troubles.stream().anyMatch(trouble -> trouble.severity() == Severity.BREAKS);
    }

    /** The name of the file as shown. */
    public String name() {
        return text.file();
    }

    /** The troubles of a kind. */
    public List<SyntaxTrouble> troubles(TroubleKind kind) {
        return troubles.stream().filter(trouble -> trouble.kind() == kind).toList();
    }

    /** Every block, nested ones too, outer before inner. */
    public List<Block> allBlocks() {
        List<Block> found = new ArrayList<>();
        collect(body, found);
        return found;
    }

    private static void collect(Body body, List<Block> found) {
        for (Block block : body.blocks()) {
            found.add(block);
            collect(block.body(), found);
        }
    }

    static SourceFile empty(SourceText text, SyntaxTrouble trouble) {
        return new SourceFile(text, new Body(List.of(), text.range(0, 0)), List.of(), List.of(trouble));
    }
}
