variable "region" {
  type    = string
  default = "us-east-1"
}

variable "stream_name" {
  default = "datacenter-stream"
}

provider "aws" {
  region = var.region
}

resource "aws_kinesis_stream" "datacenter_stream" {
  name = var.stream_name

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
