terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.82"
    }
  }
}

provider "aws" {
  region = var.region
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  partition            = data.aws_partition.current.partition
  account              = data.aws_caller_identity.current.account_id
  provider_arn         = var.oidc_provider == "new" ? aws_iam_openid_connect_provider.github[0].arn : "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.github}"
  application_profiles = [for profile in aws_bedrock_inference_profile.own : profile.arn]

  # Unique in the account, so that a second repository gets a role of its own.
  derived_name = replace("claude-code-${substr(var.repository, 0, 16)}-${var.repository_id}", "/[^A-Za-z0-9]+/", "-")
  role_name    = var.role_name != "" ? var.role_name : local.derived_name

  inputs = { for input, id in {
    model            = var.model
    small-fast-model = var.small_fast_model
    fallback-model   = var.fallback_model
  } : input => id if id != "" }

  tags = { claude-code-repository = "${var.owner}/${var.repository}" }
}

# An account has one provider for GitHub. Other roles may use it: "terraform state rm" it before you destroy the rest.
resource "aws_iam_openid_connect_provider" "github" {
  count          = var.oidc_provider == "new" ? 1 : 0
  url            = "https://${local.github}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "claude_code" {
  name                 = local.role_name
  description          = "Claude Code on Bedrock for ${var.owner}/${var.repository}"
  max_session_duration = var.session_seconds
  assume_role_policy   = local.trust_policy
  tags                 = local.tags # Bedrock's cost can be told apart by the tags of its callers.

  lifecycle {
    precondition {
      condition     = local.one_workflow
      error_message = "Strangers can cause this event, so give workflow_ref; no other workflow of the branch is then let in."
    }
  }
}

resource "aws_iam_role_policy" "claude_code" {
  name   = "claude-code"
  role   = aws_iam_role.claude_code.name
  policy = local.permissions_policy
}

resource "aws_bedrock_inference_profile" "own" {
  for_each = var.application_profiles ? local.inputs : {}
  name     = "${local.role_name}-${each.key}"
  tags     = local.tags

  model_source {
    copy_from = "${local.profiles}/${each.value}"
  }
}

# Claude is billed under names of its own, not as Amazon Bedrock: a budget for that service would count nothing.
resource "aws_budgets_budget" "month" {
  count        = var.budget_email == "" ? 0 : 1
  name         = local.role_name
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = var.budget_usd
  limit_unit   = "USD"

  dynamic "cost_filter" {
    for_each = var.application_profiles ? local.tags : {}
    content {
      name   = "TagKeyValue"
      values = [join("$", ["user:${cost_filter.key}", cost_filter.value])]
    }
  }

  dynamic "notification" {
    for_each = [80, 100]
    content {
      notification_type          = "ACTUAL"
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = [var.budget_email]
    }
  }
}
