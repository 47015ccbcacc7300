# Who may assume the role, and what it may do. Nothing here asks AWS: it follows from variables.tf and the locals of main.tf.

locals {
  github = "token.actions.githubusercontent.com"
  jobs = var.environment != "" ? ["environment:${var.environment}"] : concat(
    [for branch in var.branches : "ref:refs/heads/${branch}"],
    var.pull_requests ? ["pull_request"] : [],
  )

  # The jobs of other events have the sub of a branch though strangers can start them: only the file tells them apart.
  one_workflow = var.workflow_ref != "" || contains([
    "", "branch_protection_rule", "create", "delete", "deployment", "deployment_status", "image_version",
    "label", "merge_group", "milestone", "page_build", "public", "pull_request",
    "push", "registry_package", "release", "repository_dispatch", "schedule", "workflow_dispatch",
  ], var.event)

  # Repositories made, renamed or moved since 2026-07-15 send the form with ids, the others the form with names.
  subjects = flatten([for job in local.jobs : [
    "repo:${var.owner}/${var.repository}:${job}",
    "repo:${var.owner}@${var.owner_id}/${var.repository}@${var.repository_id}:${job}",
  ]])

  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = local.provider_arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = merge(
        {
          "${local.github}:aud"           = "sts.amazonaws.com"
          "${local.github}:sub"           = local.subjects
          "${local.github}:repository_id" = var.repository_id
        },
        var.workflow_ref == "" ? {} : { "${local.github}:job_workflow_ref" = var.workflow_ref },
      ) }
    }]
  })
}

locals {
  invoke   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
  bedrock  = "arn:${local.partition}:bedrock"
  profiles = "${local.bedrock}:${var.region}:${local.account}:inference-profile"

  models     = distinct([for id in [var.model, var.small_fast_model, var.fallback_model] : id if id != ""])
  geographic = [for id in local.models : id if !startswith(id, "global.")]
  global     = [for id in local.models : id if startswith(id, "global.")]

  geographic_profiles = [for id in local.geographic : "${local.profiles}/${id}"]
  geographic_models   = [for id in local.geographic : regex("anthropic\\..+$", id)]
  global_profiles     = [for id in local.global : "${local.profiles}/${id}"]
  global_models       = [for id in local.global : regex("anthropic\\..+$", id)]

  discover = {
    Sid    = "Discover"
    Effect = "Allow"
    Action = [
      "bedrock:ListInferenceProfiles",
      "bedrock:GetInferenceProfile",
      "bedrock:ListFoundationModels",
      "bedrock:GetFoundationModel",
      "bedrock:GetFoundationModelAvailability",
    ]
    Resource = ["*"]
  }

  # Every call that names a guardrail needs this beside the model's.
  guardrail_statements = [{
    Sid      = "ApplyGuardrail"
    Effect   = "Allow"
    Action   = ["bedrock:ApplyGuardrail"]
    Resource = ["${local.bedrock}:${var.region}:${local.account}:guardrail/${var.guardrail}"]
  }]

  # A model may be called only through its profile: in every region that a geographic one routes to ...
  geographic_statements = [
    {
      Sid      = "InvokeProfiles"
      Effect   = "Allow"
      Action   = local.invoke
      Resource = local.geographic_profiles
    },
    {
      Sid       = "ModelsOnlyThroughProfiles"
      Effect    = "Allow"
      Action    = local.invoke
      Resource  = [for model in local.geographic_models : "${local.bedrock}:*::foundation-model/${model}"]
      Condition = { StringEquals = { "bedrock:InferenceProfileArn" = local.geographic_profiles } }
    },
  ]

  # ... and behind a global one in the region of the call, and in no region at all.
  global_statements = [
    {
      Sid       = "InvokeGlobalProfiles"
      Effect    = "Allow"
      Action    = local.invoke
      Resource  = local.global_profiles
      Condition = { StringEquals = { "aws:RequestedRegion" = [var.region] } }
    },
    {
      Sid      = "GlobalModelsInRegion"
      Effect   = "Allow"
      Action   = local.invoke
      Resource = [for model in local.global_models : "${local.bedrock}:${var.region}::foundation-model/${model}"]
      Condition = { StringEquals = {
        "aws:RequestedRegion"         = [var.region]
        "bedrock:InferenceProfileArn" = local.global_profiles
      } }
    },
    {
      Sid      = "GlobalModelsAnywhere"
      Effect   = "Allow"
      Action   = local.invoke
      Resource = [for model in local.global_models : "${local.bedrock}:::foundation-model/${model}"]
      Condition = { StringEquals = {
        "aws:RequestedRegion"         = ["unspecified"]
        "bedrock:InferenceProfileArn" = local.global_profiles
      } }
    },
  ]

  # With application profiles everything goes through them, or its cost would not be told apart.
  application_statements = [
    {
      Sid      = "InvokeApplicationProfiles"
      Effect   = "Allow"
      Action   = local.invoke
      Resource = local.application_profiles
    },
    {
      Sid    = "OnlyThroughApplicationProfiles"
      Effect = "Allow"
      Action = local.invoke
      Resource = [
        "${local.bedrock}:*::foundation-model/anthropic.*",
        "${local.bedrock}:::foundation-model/anthropic.*",
        "${local.profiles}/*.anthropic.*",
      ]
      Condition = { StringEquals = { "bedrock:InferenceProfileArn" = local.application_profiles } }
    },
  ]

  permissions_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [for statement in local.application_statements : statement if var.application_profiles],
      [for statement in local.geographic_statements : statement if !var.application_profiles && length(local.geographic) > 0],
      [for statement in local.global_statements : statement if !var.application_profiles && length(local.global) > 0],
      [for statement in local.guardrail_statements : statement if var.guardrail != ""],
      [local.discover],
    )
  })
}
