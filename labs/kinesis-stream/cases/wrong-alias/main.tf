provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  provider = aws.west
  name     = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
