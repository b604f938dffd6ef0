/**
 * The Terraform command line as typed calls. {@link dev.plumbline.terraform.TerraformCommand} builds the words and {@link
 * dev.plumbline.terraform.TerraformEnvironment} the environment, both pure; {@link dev.plumbline.terraform.TerraformCli}
 * runs them; {@link dev.plumbline.terraform.Diagnostic}, {@link dev.plumbline.terraform.PlanDocument} and {@link
 * dev.plumbline.terraform.StateFile} are what comes back. Exit codes and JSON are judged, never sentences.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.terraform;
