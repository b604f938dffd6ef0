provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "stream" {
  for_each = toset(["datacenter-stream"])
  name     = each.key

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
