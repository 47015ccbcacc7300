# The job: all of it must match, or AWS lets nobody in.

variable "owner" {
  description = "Owner of the repository, upper and lower case as on GitHub"
  type        = string
}

variable "owner_id" {
  description = "Id of the owner, see README.md"
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.owner_id))
    error_message = "The id is a number: gh api repos/OWNER/REPOSITORY --jq .owner.id"
  }
}

variable "repository" {
  description = "Name of the repository, without the owner"
  type        = string
}

variable "repository_id" {
  description = "Id of the repository, see README.md"
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.repository_id))
    error_message = "The id is a number: gh api repos/OWNER/REPOSITORY --jq .id"
  }
}

variable "branches" {
  description = "Branches whose jobs may assume the role"
  type        = list(string)
  default     = ["main"]
}

variable "pull_requests" {
  description = "Let in the jobs of pull requests too; those from forks get no token from GitHub"
  type        = bool
  default     = false
}

variable "environment" {
  description = "Environment whose jobs may assume the role; with one, branches and pull requests do not count"
  type        = string
  default     = ""
}

variable "workflow_ref" {
  description = "The one workflow that may (job_workflow_ref), as in o/r/.github/workflows/claude.yml@refs/heads/main"
  type        = string
  default     = ""
}

variable "event" {
  description = "What starts the workflow, as in issue_comment; with one that strangers can cause workflow_ref must be given"
  type        = string
  default     = ""
}

# The models: inference profile ids, as in the inputs of the action.

variable "region" {
  description = "The action's input aws-region"
  type        = string
}

variable "model" {
  description = "The action's input model, as in us.anthropic.claude-sonnet-4-6"
  type        = string

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)?\\.anthropic\\.[A-Za-z0-9_.:-]+$", var.model))
    error_message = "An inference profile id is needed, such as us.anthropic.claude-sonnet-4-6."
  }
}

variable "small_fast_model" {
  description = "The action's input small-fast-model, if any"
  type        = string
  default     = ""

  validation {
    condition     = var.small_fast_model == "" || can(regex("^[a-z]+(-[a-z]+)?\\.anthropic\\.[A-Za-z0-9_.:-]+$", var.small_fast_model))
    error_message = "An inference profile id is needed, such as us.anthropic.claude-haiku-4-5-20251001-v1:0."
  }
}

variable "fallback_model" {
  description = "The action's input fallback-model, if any"
  type        = string
  default     = ""

  validation {
    condition     = var.fallback_model == "" || can(regex("^[a-z]+(-[a-z]+)?\\.anthropic\\.[A-Za-z0-9_.:-]+$", var.fallback_model))
    error_message = "An inference profile id is needed, such as us.anthropic.claude-haiku-4-5-20251001-v1:0."
  }
}

variable "guardrail" {
  description = "Id of the action's input guardrail, without the version, if any"
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[a-z0-9]*$", var.guardrail))
    error_message = "The id of a guardrail is needed, such as a1b2c3d4e5f6."
  }
}

variable "session_seconds" {
  description = "The longest session, for role-duration-seconds"
  type        = number
  default     = 3600
}

variable "role_name" {
  description = "Name of the role; empty for a name made of the repository's name and id"
  type        = string
  default     = ""
}

variable "oidc_provider" {
  description = "Whether the account has GitHub's identity provider (existing) or this module is to create it (new), see README.md"
  type        = string

  validation {
    condition     = contains(["new", "existing"], var.oidc_provider)
    error_message = "Either new or existing."
  }
}

variable "application_profiles" {
  description = "Make inference profiles of the repository's own, tagged for cost allocation, and allow only those"
  type        = bool
  default     = false
}

variable "budget_email" {
  description = "Who hears when the month's budget is nearly and wholly spent; empty for no budget"
  type        = string
  default     = ""
}

variable "budget_usd" {
  description = "The budget of a month in US dollars"
  type        = number
  default     = 100
}
