variable "region" {
  type    = string
  default = "us-east-1"
}

variable "stream" {
  type = object({ name = string, mode = optional(string, "ON_DEMAND") })
  default = {
    name = "datacenter-stream"
  }
}

provider "aws" {
  region = var.region
}

resource "aws_kinesis_stream" "from_variables" {
  name = var.stream.name
  stream_mode_details {
    stream_mode = var.stream.mode
  }
}
