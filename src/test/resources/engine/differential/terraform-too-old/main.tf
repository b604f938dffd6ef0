terraform {
  required_version = ">= 99.0"
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "s" {
  name = "datacenter-stream"
}
