locals {
  site   = "datacenter"
  region = join("-", ["us", "east", "1"])
  mode   = upper("on_demand")
}

provider "aws" {
  region = local.region
}

resource "aws_kinesis_stream" "main" {
  name = "${local.site}-stream"
  stream_mode_details {
    stream_mode = local.mode
  }
}
