provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_streem" "near" {
  name = "datacenter-stream"
}

resource "aws_caller_identity" "a_data_source" {}

data "aws_kinesis_strem" "near" {
  name = "datacenter-stream"
}

resource "aws_kinesis_stream" "arguments" {
  nmae = "datacenter-stream"

  stream_mode_detail {
    stream_mode = "ON_DEMAND"
  }
}
