provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "datacenter_stream_resource" {
  name        = "datacenter-stream"
  stream_mode = "ON_DEMAND"
}
