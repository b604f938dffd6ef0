provider "aws" {
  region = "us-east-1"
}

data "aws_kinesis_stream" "datacenter_stream" {
  name = "datacenter-stream"
}
