provider "aws" {
  region = "us-west-2"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  provider = aws.virginia
  name     = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
