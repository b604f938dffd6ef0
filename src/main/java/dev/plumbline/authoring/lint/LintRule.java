package dev.plumbline.authoring.lint;

import java.util.List;

/** One thing that is looked at. */
interface LintRule {
    /** What there is to say of a lab; nothing where all is well. */
    List<Remark> check(Scene scene);
}
