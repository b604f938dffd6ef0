package dev.plumbline.authoring.mutation;

/** What a mutant is about, in the words of the report. */
enum MutantKind {
    CODE("the code, before anything is applied"),
    FILES("files and modules"),
    EDITS("edits after the solution was applied"),
    SHELL("the learner's shell"),
    CLOUD("changes in the cloud behind Terraform's back"),
    STATE("the state"),
    EQUIVALENT("rewritings that must pass");

    private final String words;

    MutantKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
