package dev.plumbline.pty;

import java.util.List;
import java.util.Random;

/** What {@link SessionFuzz} types and saves. */
final class FuzzAlphabet {
    /** Lines, each with Enter. */
    static final List<String> LINES = List.of(
            "check",
            "hint",
            "task",
            "?",
            "read",
            "read concepts",
            "read pitfalls",
            "progress",
            "explain",
            "fix",
            "fix --apply",
            "fix --undo",
            "stream",
            "drill",
            "drill tag-drift",
            "solution",
            "terraform validate",
            "terraform",
            "terraform fmt",
            "cd ..",
            "cd",
            "yes",
            "no",
            "sleep 1",
            "cat",
            "cat main.tf",
            "printf unended",
            "reset",
            "hint region",
            "check",
            "practice 7",
            "practice",
            "lab check",
            "drill stream-deleted",
            "drill mode-changed",
            "drill state-lost",
            "drill name-taken",
            "drill retention-changed",
            "drill wrong-region",
            "quit",
            "back",
            "put k some data",
            "send 20",
            "burst",
            "spread",
            "reader slow 1 start",
            "pause slow",
            "resume slow",
            "look",
            "terraform init",
            "terraform plan",
            "terraform apply",
            "terraform apply -auto-approve",
            "terraform import aws_kinesis_stream.s datacenter-stream",
            "terraform state list",
            "terraform console",
            "read nothing",
            "!check",
            "echo '");
    /** Keys, pastes and what terminals answer, one at a time. */
    static final List<String> KEYS = List.of(
            "\r",
            "\r",
            "\t",
            "\t\t",
            " ",
            "\u007f",
            "\u0001",
            "\u0003",
            "\u0004",
            "\u0005",
            "\u000b",
            "\f",
            "\u0012",
            "\u0015",
            "\u0017",
            "\u001a",
            "\u001b",
            "\u001b[A",
            "\u001b[B",
            "\u001b[C",
            "\u001b[D",
            "\u001b[5~",
            "\u001b[6~",
            "\u001b[H",
            "\u001b[F",
            "\u001b[3~",
            "\u001bb",
            "\u001bf",
            "\u001b[200~ab\ncd\u001b[201~",
            "\u001b[M !!",
            "\u001bOP",
            "\u001b[200~" + "pasted text 日本🙂 ".repeat(300) + "\n\u001b[201~",
            "\u001b[200~resource \"aws_kinesis_stream\" \"s\" {\n  name = \"n\"\n}\n\u001b[201~",
            "\u001b[201~",
            "\u001b[I",
            "\u001b[24;80R",
            "\u001b]11;rgb:0000/0000/0000\u0007",
            "👩‍👩‍👧",
            "e\u0301",
            "\u202eabc",
            "y",
            "é",
            "日本",
            "🙂",
            "\"",
            "'",
            "q",
            "n",
            "\u0000");
    /** A right provider block. */
    static final String PROVIDER = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n";
    /** A resource block up to its name, still open. */
    static final String STREAM = "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"datacenter-stream\"\n";
    /** Contents of files: right, half-typed, broken, long, wide. */
    static final List<String> FILES = List.of(
            "",
            PROVIDER,
            STREAM,
            STREAM + "  stream_mode = \"ON_DEMAND\"\n}\n",
            PROVIDER + STREAM + "  stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }\n}\n",
            "\u0000\u0001\u001b[31mred",
            "}}}}{{{{",
            "# 日本 🙂 \u202e\n",
            "x".repeat(5000),
            PROVIDER + STREAM + "}\n",
            PROVIDER + STREAM + "  tags = { a = \"日本 🙂 👩‍👩‍👧 e\u0301\" }\n}\n",
            PROVIDER
                    + (STREAM + "}\n")
                            .repeat(40), // Terraform itself takes minutes over thousands, and hears no Ctrl-C meanwhile
            "# a long file\n".repeat(300_000),
            "locals { a = " + "[".repeat(4000),
            "module \"m\" {\n  source = \"./m\"\n}\n",
            "\ufeff" + PROVIDER);
    /** Nothing that could be read as text. */
    static final byte[] BINARY = binary();
    /** Files that are saved. */
    static final List<String> NAMES = List.of(
            "main.tf",
            "main.tf",
            "main.tf",
            "main.tf",
            "other.tf",
            "main_override.tf.json",
            "terraform.tfvars",
            "terraform.tfstate",
            "日本.tf");

    private FuzzAlphabet() {}

    private static byte[] binary() {
        byte[] bytes = new byte[400]; // of more, Terraform prints megabytes: a complaint for each
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
