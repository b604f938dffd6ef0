# Where Terraform works: the AWS provider, in one region.
provider "aws" {
  region = "us-east-1"
}

# What should exist there: one Kinesis data stream with on-demand capacity.
resource "aws_kinesis_stream" "datacenter_stream" {
  name = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
