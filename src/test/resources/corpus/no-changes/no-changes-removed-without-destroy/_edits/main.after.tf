provider "aws" {
  region = "us-east-1"
}

removed {
  from = aws_kinesis_stream.ingest

  lifecycle {
    destroy = false
  }
}
