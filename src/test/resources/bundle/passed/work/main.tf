provider "aws" {
  region     = "us-east-1"
  access_key = "MASKEDMASKEDMASKEDMA"
  secret_key = "MASKEDMASKEDMASKEDMASKEDMASKEDMASKEDMASK"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  name = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
