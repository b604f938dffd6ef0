package dev.plumbline.cohort.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cohort.intake.Archives;
import dev.plumbline.cohort.intake.Intake;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VettingTest {
    private static final String STREAM =
            """
            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");

    private final Path folder;

    VettingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Vetting vetted(Map<String, String> files) throws IOException {
        return Vetting.of(LAB, Intake.read(Archives.zip(folder.resolve("a.zip"), files)));
    }

    private Vetting vetted(String code) throws IOException {
        return vetted(Map.of("main.tf", code + "\n" + STREAM));
    }

    /** What it is, then what the objection has to say; ¶ is a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            resource "terraform_data" "x" {¶ provisioner "local-exec" {¶ command = "id"¶ }¶}  | main.tf:2: a local-exec provisioner
            resource "terraform_data" "x" {¶ provisioner local-exec {¶ command = "id"¶ }¶}    | main.tf:2: a local-exec provisioner
            resource "terraform_data" "x" {¶ provisioner "remote-exec" {¶ inline = ["id"]¶ }¶} | remote-exec
            resource "terraform_data" "x" {¶ provisioner "file" {¶ source = "a"¶ }¶}          | copy files
            data "external" "x" {¶ program = ["id"]¶}                                         | run a program
            check "c" {¶ data "external" "x" {¶ program = ["id"]¶ }¶}                         | main.tf:2: a data source of the type external
            data "http" "x" {¶ url = "http://x"¶}                                             | ask a web server
            data "aws_ip_ranges" "x" {¶ url = "http://x"¶}                                    | ask a web server
            data "terraform_remote_state" "x" {¶ backend = "local"¶}                          | state of other work
            data "local_file" "x" {¶ filename = "/etc/passwd"¶}                               | hashicorp/local
            resource "null_resource" "x" {}                                                   | hashicorp/null
            resource "aws_s3_bucket" "x" {¶ provider = evil.x¶}                               | hashicorp/evil
            terraform {¶ required_providers {¶ aws = { source = "evil/aws" }¶ }¶}             | evil/aws
            terraform {¶ required_providers {¶ x = { source = "evil.example/a/b" }¶ }¶}       | evil.example/a/b
            terraform {¶ backend "s3" {}¶}                                                    | elsewhere
            terraform {¶ backend "http" {¶ address = "http://x"¶ }¶}                          | elsewhere
            terraform {¶ backend "local" {¶ path = "../x.tfstate"¶ }¶}                        | leads out
            terraform {¶ backend "local" {¶ path = "/tmp/x.tfstate"¶ }¶}                      | leads out
            terraform {¶ backend "local" {¶ workspace_dir = "/tmp"¶ }¶}                       | leads out
            terraform {¶ cloud {}¶}                                                           | HCP
            module "m" {¶ source = "git::https://x/y"¶}                                       | not a folder inside
            module "m" {¶ source = "terraform-aws-modules/vpc/aws"¶}                          | not a folder inside
            module "m" {¶ source = "../m"¶}                                                   | not a folder inside
            module "m" {¶ source = "./../../m"¶}                                              | not a folder inside
            module "m" {¶ source = "/etc"¶}                                                   | not a folder inside
            provider "aws" {¶ profile = "prod"¶}                                              | profile
            provider "aws" {¶ endpoints {¶ kinesis = "http://169.254.169.254"¶ }¶}            | another address
            provider "aws" {¶ dynamic "endpoints" {¶ for_each = [1]¶ content {}¶ }¶}          | another address
            provider "aws" {¶ shared_config_files = ["cfg"]¶}                                 | program to run
            provider "aws" {¶ shared_credentials_files = ["cfg"]¶}                            | program to run
            provider "aws" {¶ assume_role {¶ role_arn = "x"¶ }¶}                              | role of another account
            provider "aws" {¶ http_proxy = "http://x"¶}                                       | another machine
            provider "aws" {¶ custom_ca_bundle = "/etc/x"¶}                                   | file of the machine
            provider "aws" {¶ ec2_metadata_service_endpoint = "http://x"¶}                    | credentials
            output "o" {¶ value = file("/etc/passwd")¶}                                       | file would read
            output "o" {¶ value = file("../x")¶}                                              | file would read
            output "o" {¶ value = file("~/.aws/credentials")¶}                                | file would read
            output "o" {¶ value = core::file("/etc/passwd")¶}                                 | file would read
            output "o" {¶ value = [for f in ["/etc/passwd"] : file(f)]¶}                      | file would read
            output "o" {¶ value = "${file(pathexpand("~/x"))}"¶}                              | file would read
            output "o" {¶ value = <<-E¶ %{ if true }${file("/etc/passwd")}%{ endif }¶ E¶}     | file would read
            output "o" {¶ value = fileset("/", "*")¶}                                         | fileset would read
            output "o" {¶ value = fileset(".", "../*")¶}                                      | other folders
            output "o" {¶ value = templatefile("/etc/passwd", {})¶}                           | templatefile would read
            output "o" {¶ value = templatestring(var.x, {})¶}                                 | whatever is in it
            variable "v" {¶ validation {¶ condition = fileexists("/x")¶ error_message = ""¶ }¶} | fileexists would read
            action "aws_lambda_invoke" "x" {}                                                 | of its own
            resource "terraform_data" "x" {¶ count = 1000000¶}                                | more than 50
            resource "terraform_data" "x" {¶ for_each = toset([for i in range(90) : "${i}"])¶} | more than 50
            removed {¶ from = terraform_data.x¶ provisioner "local-exec" {¶ command = "x"¶ }¶} | run a command
            ephemeral "random_password" "x" {}                                                | hashicorp/random
            """)
    void whatActsOutsideIsObjectedTo(String code, String says) throws IOException {
        assertThat(vetted(code.replace('¶', '\n')).objections())
                .as(code)
                .anySatisfy(objection -> assertThat(objection.text()).contains(says));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider \"aws\" {¶ region = \"us-east-1\"¶ access_key = \"test\"¶ secret_key = \"test\"¶}",
                "provider \"aws\" {¶ skip_credentials_validation = true¶ skip_metadata_api_check = true¶}",
                "provider \"aws\" {¶ skip_requesting_account_id = true¶ s3_use_path_style = true¶}",
                "terraform {¶ required_version = \">= 1.0\"¶}",
                "terraform {¶ required_providers {¶ aws = { source = \"hashicorp/aws\", version = \"~> 5.0\" }¶ }¶}",
                "terraform {¶  required_providers {¶    aws = { source = \"hashicorp/awss\" }¶  }¶}",
                "terraform {¶  backend \"local\" {¶    path = \"state/terraform.tfstate\"¶  }¶}",
                "resource \"terraform_data\" \"x\" {¶  input = 1¶}",
                "data \"aws_caller_identity\" \"me\" {}",
                "# a provisioner \"local-exec\" { would run here; http_proxy too",
                "// shared_config_files are for another day",
                "output \"o\" {¶  value = file(\"${path.module}/note.txt\")¶}",
                "output \"o\" {¶  value = fileset(path.module, \"*.txt\")¶}",
                "variable \"provisioner\" {¶  default = \"x\"¶}",
                "provider \"aws\" {¶  region = \"us-east-1\"¶  default_tags {¶    tags = {}¶  }¶}"
            })
    void whatHonestLearnersWriteIsNot(String code) throws IOException {
        Vetting vetting = vetted(code.replace('¶', '\n'));
        assertThat(vetting.objections()).isEmpty();
        assertThat(vetting.broken()).isFalse();
    }

    @Test
    void jsonIsReadAsTerraformReadsIt() throws IOException {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "{\"resource\":{\"terraform_data\":{\"x\":{\"provisioner\":[{\"local-exec\":{\"command\":\"id\"}}]}}}}",
                "provisioner");
        bad.put(
                "{\"resource\":{\"terraform_data\":{\"x\":[{\"\\u0070rovisioner\":{\"local\\u002dexec\":{}}}]}}}",
                "escapes");
        bad.put("{\"output\":{\"o\":{\"value\":\"${file(\\\"/etc/passwd\\\")}\"}}}", "read files");
        bad.put("{\"output\":{\"o\":{\"value\":\"\\u0024{upper(\\\"x\\\")}\"}}}", "escapes");
        bad.put("{\"data\":{\"external\":{\"x\":{\"program\":[\"id\"]}}}}", "run a program");
        bad.put("{\"terraform\":{\"backend\":{\"s3\":{}}}}", "elsewhere");
        bad.put("{\"provider\":{\"aws\":{\"endpoints\":{\"kinesis\":\"http://x\"}}}}", "another address");
        bad.put("{\"provider\":{\"aws\":[{\"profile\":\"x\"}]}}", "profile");
        bad.put("{\"module\":{\"m\":{\"source\":\"git::https://x\"}}}", "not a folder inside");
        bad.put("{\"resource\": not json", "cannot be read");
        for (Map.Entry<String, String> one : bad.entrySet()) {
            assertThat(vetted(Map.of("main.tf.json", one.getKey())).objections())
                    .as(one.getKey())
                    .anySatisfy(objection -> assertThat(objection.text()).contains(one.getValue()));
        }
    }

    @Test
    void modulesInsideAreLookedThroughToo() throws IOException {
        Vetting vetting = vetted(Map.of(
                "main.tf", "module \"m\" {\n  source = \"./mod\"\n}",
                "mod/main.tf", "module \"n\" {\n  source = \"../deep\"\n}",
                "deep/x.tf", "data \"external\" \"x\" {}",
                "unused/x.tf", "data \"http\" \"x\" {}"));
        assertThat(vetting.objections()).singleElement().satisfies(objection -> assertThat(objection.text())
                .startsWith("deep/x.tf:1: "));
    }

    @Test
    void aTemplateThatReadsFilesIsObjectedTo() throws IOException {
        Vetting vetting = vetted(Map.of(
                "main.tf",
                "output \"o\" {\n  value = templatefile(\"t.tpl\", {})\n}",
                "t.tpl",
                "${file(\"/etc/passwd\")}"));
        assertThat(vetting.objections()).hasSize(1);
    }

    /** Should our reading ever take for a text what Terraform takes for code, the words themselves stop it. */
    @Test
    void theMostDangerousWordsStopItWhereverTheyStand() throws IOException {
        assertThat(vetted("locals {\n  x = <<E\nprovisioner \"local-exec\" {\nE\n}")
                        .objections())
                .hasSize(1);
        assertThat(vetted("/*\n# */ resource \"terraform_data\" \"x\" { provisioner \"local-exec\" {} }")
                        .objections())
                .isNotEmpty();
    }

    @Test
    void overrideFilesAndValuesAreLookedThrough() throws IOException {
        assertThat(vetted(Map.of("main.tf", STREAM, "x_override.tf", "data \"external\" \"x\" {}"))
                        .objections())
                .hasSize(1);
        assertThat(vetted(Map.of("main.tf", STREAM, "terraform.tfvars", "x = 1"))
                        .objections())
                .isEmpty();
    }

    @Test
    void whatCannotBeParsedAndWhatIsUnknownIsSaid() throws IOException {
        assertThat(vetted("resource \"x\" {").broken()).isTrue();
        assertThat(vetted("provider \"aws\" {\n  aws_region = \"x\"\n}").doubtful())
                .isTrue();
        assertThat(vetted("provider \"aws\" {\n  region = \"x\"\n}").doubtful()).isFalse();
        assertThat(vetted("Resource \"x\" \"y\" {}").doubtful()).isTrue();
    }

    @Test
    void keysThatAreSpeltOutAreKnownAsSecrets() throws IOException {
        Vetting vetting = vetted("variable \"k\" {\n  default = \"wJalrXUtnFEMI/K7MDENG\"\n}\nprovider \"aws\" {\n"
                + "  access_key = \"test\"\n  secret_key = var.k\n}");
        assertThat(vetting.secrets()).containsExactly("wJalrXUtnFEMI/K7MDENG");
    }

    @Test
    void strangeHostsOfTheLockFileAreMentioned() throws IOException {
        Vetting vetting =
                vetted(Map.of("main.tf", STREAM, ".terraform.lock.hcl", "provider \"evil.example/a/b\" {\n}\n"));
        assertThat(vetting.notes()).singleElement().asString().contains("evil.example");
    }
}
