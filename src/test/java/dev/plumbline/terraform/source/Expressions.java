package dev.plumbline.terraform.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What expressions are worth: {@code expression -> value as JSON}. {@link ExpressionsTest} holds our evaluator to it and
 * {@link AgainstTerraformIT} Terraform itself. {@code INVALID} stands for what Terraform refuses.
 */
final class Expressions {
    /** What the expressions refer to. */
    static final String DECLARATIONS =
            """
            variable "text" {
              default = "datacenter"
            }
            variable "count_of" {
              type    = number
              default = "3"
            }
            variable "zones" {
              type    = set(string)
              default = ["b", "a", "b"]
            }
            variable "sizes" {
              type    = map(number)
              default = { small = "1", large = 2 }
            }
            variable "streams" {
              type    = list(object({ name = string, shards = optional(number, 1) }))
              default = [{ name = "a" }, { name = "b", shards = "4" }]
            }
            locals {
              map    = { b = 2, a = 1 }
              list   = ["x", "y", "z"]
              nested = [{ id = 1, tags = ["t"] }, { id = 2, tags = [] }]
              none   = null
            }
            """;

    /** The kinds of expressions. */
    static final String LANGUAGE =
            """
            1.50 -> 1.5
            1e3 -> 1000
            "a\\tb\\u00e9\\"$${x}%%{y}" -> "a\\tbé\\"${x}%{y}"
            [1, "a", true, null] -> [1,"a",true,null]
            { b = 1, "a" = 2, (var.text) = 3, 4 : 5 } -> {"4":5,"a":2,"b":1,"datacenter":3}
            var.text -> "datacenter"
            var.count_of -> 3
            var.zones -> ["a","b"]
            var.sizes -> {"large":2,"small":1}
            var.streams -> [{"name":"a","shards":1},{"name":"b","shards":4}]
            local.map.b -> 2
            local.map["a"] -> 1
            local.map["c"] -> INVALID
            local.list[1] -> "y"
            local.list.1 -> "y"
            local.list["2"] -> "z"
            local.list[3] -> INVALID
            local.list[-1] -> INVALID
            local.nested[0].tags[0] -> "t"
            local.nested[*].id -> [1,2]
            local.nested.*.id -> [1,2]
            local.map[*].b -> [2]
            local.none[*] -> []
            var.text[*] -> ["datacenter"]
            1 + 2 * 3 - 4 / 2 -> 5
            (1 + 2) * 3 -> 9
            10 - 3 - 2 -> 5
            7 % 3 -> 1
            -7 % 3 -> -1
            1 / 0 -> INVALID
            "2" + 1 -> 3
            "x" + 1 -> INVALID
            -var.count_of -> -3
            !true || true && false -> false
            1 < 2 == true -> true
            "1" == 1 -> false
            1 == 1.0 -> true
            [1] == [1] -> true
            { a = 1 } != { a = 2 } -> true
            null == null -> true
            true ? 1 : 2 -> 1
            false ? 1 : true ? 2 : 3 -> 2
            "true" ? "yes" : "no" -> "yes"
            "maybe" ? 1 : 2 -> INVALID
            "${var.text}-${1 + 1}" -> "datacenter-2"
            "${true}" -> true
            " ${~ true ~} " -> "true"
            { null = 1 } -> {"null":1}
            "a${[1]}" -> INVALID
            "%{ if true }yes%{ else }no%{ endif }" -> "yes"
            "%{ for i, v in local.list }${i}${v}%{ endfor }" -> "0x1y2z"
            "a  ${~ "b" ~}  c" -> "abc"
            "a  %{~ if true ~}  b  %{~ else ~}  c  %{~ endif ~}  d" -> "abd"
            "a%{ for v in local.list ~}  ${v} %{~ endfor }" -> "axyz"
            "${" b "}  ${~ "c"}" -> " b c"
            [for v in local.list : upper(v)] -> ["X","Y","Z"]
            [for i, v in local.list : i if v != "y"] -> [0,2]
            [for k, v in local.map : "${k}${v}"] -> ["a1","b2"]
            [for k, v in var.zones : "${k}${v}"] -> ["aa","bb"]
            { for k, v in local.map : v => k } -> {"1":"a","2":"b"}
            { for v in ["a", "b", "a"] : v => 1... } -> {"a":[1,1],"b":[1]}
            { for v in ["a", "a"] : v => 1 } -> INVALID
            [for v in 5 : v] -> INVALID
            """;

    /** The functions on texts. */
    static final String TEXT_FUNCTIONS =
            """
            upper("aé") -> "AÉ"
            upper("ß") -> "ß"
            lower("AÉ") -> "aé"
            title("hello big world, don't a-b") -> "Hello Big World, Don'T A-B"
            title("a\\u2014b éa") -> "A—b Éa"
            trimspace("  a b \\n") -> "a b"
            trimspace("\\u00a0a") -> "a"
            chomp("a\\r\\n\\n") -> "a"
            trim("xxaxx", "x") -> "a"
            trimprefix("aab", "a") -> "ab"
            trimsuffix("baa", "a") -> "ba"
            startswith("abc", "ab") -> true
            endswith("abc", "ab") -> false
            strcontains("abc", "bc") -> true
            strrev("abc") -> "cba"
            replace("a-b-c", "-", "_") -> "a_b_c"
            substr("hello", 1, 3) -> "ell"
            substr("hello", -3, 2) -> "ll"
            substr("hello", 1, -1) -> "ello"
            substr("hello", 9, 1) -> ""
            split(",", "a,,b") -> ["a","","b"]
            split(",", "") -> [""]
            join("-", ["a", "b"], [1]) -> "a-b-1"
            join("-", []) -> ""
            join("-", "a") -> INVALID
            format("%s-%03d-%t-%%", "a", 7, true) -> "a-007-true-%"
            format("%5s|%-5s|", "a", "b") -> "    a|b    |"
            format("%q %v", "a", 1.5) -> "\\"a\\" 1.5"
            format("%d", "x") -> INVALID
            format("%s") -> INVALID
            format("a", 1) -> INVALID
            """;

    /** The functions on lists and maps. */
    static final String COLLECTION_FUNCTIONS =
            """
            length("añ") -> 2
            length(local.map) -> 2
            length(5) -> INVALID
            length("日本") -> 2
            element(local.list, 4) -> "y"
            element([], 0) -> INVALID
            lookup(local.map, "a", 9) -> 1
            lookup(local.map, "z", 9) -> 9
            lookup(local.map, "z") -> INVALID
            contains(local.list, "y") -> true
            keys(local.map) -> ["a","b"]
            values(local.map) -> [1,2]
            merge(local.map, { a = 9 }, null) -> {"a":9,"b":2}
            concat(["a"], ["b", 1]) -> ["a","b",1]
            compact(["a", "", null, "b"]) -> ["a","b"]
            compact(["a", 1]) -> ["a","1"]
            distinct(["a", "b", "a"]) -> ["a","b"]
            distinct([1, "1"]) -> ["1"]
            flatten([["a"], [["b"]], "c"]) -> ["a","b","c"]
            reverse([1, 2]) -> [2,1]
            sort(["b", "a", "B"]) -> ["B","a","b"]
            slice(local.list, 1, 3) -> ["y","z"]
            slice(local.list, 1, 9) -> INVALID
            one(["a"]) -> "a"
            one([]) -> null
            one(["a", "b"]) -> INVALID
            zipmap(["a", "b"], [1, 2]) -> {"a":1,"b":2}
            toset(["b", "a", "b"]) -> ["a","b"]
            toset([1, "a"]) -> ["1","a"]
            toset([10, 9, 2]) -> [2,9,10]
            toset(["a"])[0] -> INVALID
            element(toset(["a"]), 0) -> INVALID
            concat(["a"], toset(["a"])) -> INVALID
            [1] == toset([1]) -> false
            tolist(["a", 1]) -> ["a","1"]
            tomap({ a = 1, b = "x" }) -> {"a":"1","b":"x"}
            setunion(["b"], ["a"]) -> ["a","b"]
            max(local.nested[*].id...) -> 2
            """;

    /** The conversions, the functions on numbers, and choosing among values. */
    static final String OTHER_FUNCTIONS =
            """
            tostring(1.0) -> "1"
            tostring([]) -> INVALID
            tonumber("1.5") -> 1.5
            tonumber("+.5") -> 0.5
            tonumber("x") -> INVALID
            tobool("true") -> true
            tobool("yes") -> INVALID
            coalesce(null, "", "a", "b") -> "a"
            coalesce(null, 1, "a") -> "1"
            coalesce("", null) -> INVALID
            coalescelist([], ["a"]) -> ["a"]
            nonsensitive("a") -> "a"
            abs(-1.5) -> 1.5
            ceil(1.2) -> 2
            floor(-1.2) -> -2
            max(1, 3, 2) -> 3
            min(1, 3, 2) -> 1
            range(3) -> [0,1,2]
            range(1, 4) -> [1,2,3]
            range(3, 0) -> [3,2,1]
            range(0, 10, 5) -> [0,5]
            range(0, 10, 0) -> INVALID
            jsonencode({ b = [1, null], a = "<é>" }) -> "{\\"a\\":\\"\\\\u003cé\\\\u003e\\",\\"b\\":[1,null]}"
            jsondecode("{\\"a\\": [1, \\"x\\"]}") -> {"a":[1,"x"]}
            jsondecode("{") -> INVALID
            jsondecode("") -> INVALID
            jsondecode("[1] x") -> INVALID
            jsonencode(1.50) -> "1.5"
            try(local.map.c, local.list[9], "else") -> "else"
            can(local.map.c) -> false
            can(local.map.a) -> true
            """;

    private Expressions() {}

    /** An expression and what it is worth. */
    record Row(String expression, String worth) {
        @Override
        public String toString() {
            return expression;
        }
    }

    static Stream<Row> rows(String table) {
        return table.lines().map(line -> line.split(" -> ", 2)).map(cells -> new Row(cells[0], cells[1]));
    }

    static Stream<Row> all() {
        return Stream.of(LANGUAGE, TEXT_FUNCTIONS, COLLECTION_FUNCTIONS, OTHER_FUNCTIONS)
                .flatMap(Expressions::rows);
    }

    /** An evaluator for the declarations, and what else a test puts beside them. */
    static Evaluator evaluator(String more) {
        Configuration configuration = Configuration.of(List.of(SourceText.of("main.tf", DECLARATIONS + more)));
        return new Evaluator(configuration, new Situation(Map.of(), "default"));
    }
}
