provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "by_name" {
  name = each.key
  for_each = toset(["datacenter-stream"])

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
