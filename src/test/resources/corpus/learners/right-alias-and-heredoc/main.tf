/*
  provider "aws" { region = "eu-west-1" }
*/
provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

// one stream
resource "aws_kinesis_stream" "datacenter" {
  provider = aws.virginia
  name     = "datacenter-stream"
  stream_mode_details {
    stream_mode = "ON_DEMAND" # not "PROVISIONED"
  }
  tags = {
    Note = chomp(<<-EOT
      stream_mode = PROVISIONED
    EOT
    )
  }
}
