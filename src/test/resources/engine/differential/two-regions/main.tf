terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { Team = "lab" }
  }
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

locals {
  name = "datacenter-stream"
}

resource "aws_kinesis_stream" "here" {
  name = local.name

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_stream" "there" {
  provider    = aws.west
  name        = local.name
  shard_count = 2
}

data "aws_region" "there" {
  provider = aws.west
}

output "regions" {
  value = [data.aws_region.there.name, provider::aws::arn_parse("arn:aws:s3:us-east-1:1:b").region]
}
