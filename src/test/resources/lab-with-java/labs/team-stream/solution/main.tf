provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name = "red-clicks"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Team = "red"
  }
}
