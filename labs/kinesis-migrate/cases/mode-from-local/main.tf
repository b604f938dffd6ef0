provider "aws" {
  region = "us-east-1"
}

locals {
  mode = "ON_DEMAND"
}

resource "aws_kinesis_stream" "clickstream" {
  name = "clickstream"

  stream_mode_details {
    stream_mode = local.mode
  }
}
