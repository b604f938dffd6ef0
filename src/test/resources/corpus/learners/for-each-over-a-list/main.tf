provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "ingest" {
  name = each.value
  for_each = ["datacenter-stream"]

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
