locals {
  words  = ["datacenter", "stream"]
  region = format("%s-%s-%d", "us", "east", 1)
  mode   = upper("on_demand")
}

provider "aws" { region = local.region }

resource "aws_kinesis_stream" "composed" {
  name = join("-", local.words)
  stream_mode_details { stream_mode = local.mode }
}
