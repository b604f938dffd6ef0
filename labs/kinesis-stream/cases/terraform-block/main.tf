terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  name = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

output "arn" {
  value = aws_kinesis_stream.datacenter_stream.arn
}
