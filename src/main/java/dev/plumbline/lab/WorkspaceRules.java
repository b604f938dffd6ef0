package dev.plumbline.lab;

import java.util.List;

/**
 * What the learner's folder may hold.
 *
 * @param codeFile the one file for Terraform code, usually {@code main.tf}
 * @param providers source addresses of the providers that may be used, short form ({@code hashicorp/aws}); empty = any
 * @param starter whether {@code labs/<id>/starter/} is copied into a new workspace
 */
public record WorkspaceRules(String codeFile, List<String> providers, boolean starter) {
    public WorkspaceRules {
        providers = List.copyOf(providers);
    }
}
