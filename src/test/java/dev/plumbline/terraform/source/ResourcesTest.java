package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for what: instances of count and for_each, provider aliases, override files, values files. */
class ResourcesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name = "x"                                                     | a.b=x
                    count = 2         \\n name = "x${count.index}"                 | a.b[0]=x0 a.b[1]=x1
                    count = 0         \\n name = "x"                               | ``
                    count = var.empty \\n name = "x"                               | VARIABLE_WITHOUT_VALUE
                    count = -1        \\n name = "x"                               | INVALID
                    for_each = { k = "v" } \\n name = "${each.key}-${each.value}"  | a.b["k"]=k-v
                    for_each = toset(["q", "p"]) \\n name = each.key               | a.b["p"]=p a.b["q"]=q
                    for_each = var.names \\n name = each.value                     | a.b["m"]=m a.b["n"]=n
                    for_each = ["p"] \\n name = each.key                           | INVALID
                    """)
    void instances(String arguments, String expected) {
        Evaluator evaluator = evaluator(Map.of(
                "main.tf",
                """
                        variable "empty" {}
                        variable "names" {
                          type    = set(string)
                          default = ["n", "m", "n"]
                        }
                        resource "a" "b" {
                        %s
                        }
                        """
                        .formatted(arguments.replace("\\n", "\n"))));
        ResourceView resource = evaluator.configuration().resource("a", "b").orElseThrow();

        Instances instances = evaluator.instances(resource);

        String found = instances instanceof Instances.Listed listed
                ? listed.list().stream()
                        .map(each -> each.address() + "=" + name(each))
                        .collect(Collectors.joining(" "))
                : ((Instances.Undetermined) instances).why().reason().name();
        assertThat(found).isEqualTo(expected);
    }

    private static String name(ResourceInstance instance) {
        return instance.attribute("name").get(0).value().text().orElse("?");
    }

    @Test
    void aResourceTakesTheRegionOfItsProvider() {
        Evaluator evaluator = evaluator(
                Map.of(
                        "main.tf",
                        """
                        provider "aws" {
                          region = "us-east-1"
                        }
                        provider "aws" {
                          alias  = "west"
                          region = "us-west-2"
                        }
                        resource "aws_s" "plain" {}
                        resource "aws_s" "aliased" {
                          provider = aws.west
                        }
                        resource "aws_s" "own" {
                          provider = aws.west
                          region   = "eu-west-1"
                        }
                        resource "aws_s" "nowhere" {
                          provider = aws.east
                        }
                        """));

        assertThat(region(evaluator, "plain")).isEqualTo("us-east-1");
        assertThat(region(evaluator, "aliased")).isEqualTo("us-west-2");
        assertThat(region(evaluator, "own")).isEqualTo("eu-west-1");
        assertThat(region(evaluator, "nowhere")).isEqualTo("none");
    }

    private static String region(Evaluator evaluator, String name) {
        ResourceView view = evaluator.configuration().resource("aws_s", name).orElseThrow();
        return ((Instances.Listed) evaluator.instances(view))
                .list()
                .get(0)
                .region()
                .flatMap(found -> found.value().text())
                .orElse("none");
    }

    @Test
    void overrideFilesReplaceArgumentsAndNestedBlocks() {
        Evaluator evaluator = evaluator(Map.of(
                "main.tf",
                "resource \"a\" \"b\" {\n  name = \"x\"\n  keep = 1\n  tag {\n    k = 1\n  }\n  tag {\n    k = 2\n  }\n}\n",
                "override.tf",
                "resource \"a\" \"b\" {\n  name = \"y\"\n  tag {\n    k = 3\n  }\n}\nlocals {\n  l = 2\n}\n",
                "z_override.tf",
                "resource \"a\" \"b\" {\n  name = \"z\"\n}\n",
                "locals.tf",
                "locals {\n  l = 1\n  m = 1\n}\n"));
        ResourceView view = evaluator.configuration().resource("a", "b").orElseThrow();
        ResourceInstance instance =
                ((Instances.Listed) evaluator.instances(view)).list().get(0);

        assertThat(name(instance)).isEqualTo("z");
        assertThat(instance.attribute("keep")).hasSize(1);
        assertThat(instance.attribute("tag", "k"))
                .extracting(found -> found.value().text().orElse(""))
                .containsExactly("3");
        assertThat(evaluator.configuration().locals())
                .extracting(Argument::name)
                .containsExactlyInAnyOrder("l", "m");
        Argument local = evaluator.configuration().local("l").orElseThrow();
        assertThat(evaluator.evaluate(local.value()).text()).contains("2");
    }

    @Test
    void valuesFilesWinOverTheEnvironmentAndThatOverDefaults() {
        Map<String, String> files = Map.of(
                "main.tf",
                """
                variable "a" {
                  default = 1
                }
                variable "b" {
                  default = 1
                }
                variable "c" {
                  default = 1
                }
                locals {
                  all = [var.a, var.b, var.c]
                }
                """,
                "terraform.tfvars",
                "b = 3\nc = 3\n",
                "z.auto.tfvars",
                "c = 4\n");
        Configuration configuration = evaluator(files).configuration();
        Evaluator evaluator = new Evaluator(configuration, new Situation(Map.of("a", "2", "b", "2"), "default"));

        Value all = evaluator.evaluate(configuration.local("all").orElseThrow().value());

        assertThat(all.elements()).extracting(each -> each.text().orElse("")).containsExactly("2", "3", "4");
    }

    private static Evaluator evaluator(Map<String, String> files) {
        List<SourceText> texts = files.entrySet().stream()
                .map(file -> SourceText.of(file.getKey(), file.getValue()))
                .toList();
        return new Evaluator(Configuration.of(texts), new Situation(Map.of(), "default"));
    }
}
