import { ASSUME_ROLE } from '../../error-rules.ts'
import { json, shell } from '../../errors.ts'
import { capitalized } from '../../text.ts'
import type { Attempt, SignInRule } from '../types.ts'
import { profileOf, refreshedBy } from './keys.ts'

const CHAIN = ['AWS credentials']

/**
 * What the AWS SDK's credential providers say: profiles, IAM Identity Center, `aws login`, commands, containers, instances.
 * Words of `@aws-sdk/credential-providers` 3.1169.0 and of the services behind it.
 */
export const CHAIN_RULES: readonly SignInRule[] = [
  {
    id: 'command of a profile failed',
    match: [{ services: CHAIN, message: /^Command failed: |credential_process (returned invalid|did not return)/ }],
    code: 'credentials-missing',
    explanation: (_error, attempt) =>
      `The command that ${profile(attempt)} names as credential_process failed, or printed no credentials.`,
    fix: (_error, attempt) => [
      'Run it by hand where the job runs, as the same user; it must print one JSON object with "Version": 1 and the keys:',
      shell(`aws configure export-credentials --profile ${profileOf(attempt) ?? 'default'}`),
    ],
  },
  {
    id: 'command of a profile gave expired keys',
    match: [{ services: CHAIN, message: /credential_process returned expired credentials/ }],
    code: 'credentials-expired',
    explanation: (_error, attempt) =>
      `The command that ${profile(attempt)} names as credential_process printed keys that have expired: it keeps old ones.`,
    fix: [
      'Empty the cache of that command, or sign in again with the tool behind it. If another command renews it, name that:',
      ...refreshedBy('COMMAND_THAT_SIGNS_IN'),
    ],
  },
  {
    id: 'permission set denied',
    match: [{ services: CHAIN, names: ['Forbidden', 'ResourceNotFound'] }],
    code: 'role-not-assumable',
    title: (_error, attempt) => `IAM Identity Center does not give ${profile(attempt)} its permission set.`,
    explanation: (_error, attempt) =>
      `IAM Identity Center does not give this user the permission set (sso_role_name) in the account (sso_account_id) that ${profile(attempt)} names. Signing in again does not change that.`,
    fix: (_error, attempt) => [
      'Correct the two in the profile, or have the permission set assigned to the user. Those that the user has, with the access token of ~/.aws/sso/cache:',
      shell('aws sso list-account-roles --account-id ACCOUNT_ID --access-token ACCESS_TOKEN'),
      shell(`aws configure get sso_role_name --profile ${profileOf(attempt) ?? 'default'}`),
    ],
  },
  {
    id: 'refresh denied',
    match: [{ services: CHAIN, message: /CreateOAuth2Token/ }],
    code: 'iam-permission-missing',
    title: (_error, attempt) => `The user behind ${profile(attempt)} may not renew its sign-in.`,
    explanation: (_error, attempt) => `The user behind ${profile(attempt)} (\`aws login\`) may not renew the sign-in.`,
    fix: [
      'Allow it to the user, or attach the AWS managed policy SignInLocalDevelopmentAccess:',
      json({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'], Resource: '*' },
        ],
      }),
    ],
  },
  {
    id: 'aws login expired',
    match: [{ services: CHAIN, message: /\baws login\b|Please reauthenticate|^Failed to load token from /i }],
    code: 'credentials-expired',
    explanation: (_error, attempt) => `The sign-in of ${profile(attempt)} by \`aws login\` is missing or has expired.`,
    fix: (_error, attempt) => signInAgain(`aws login --profile ${profileOf(attempt) ?? 'default'}`),
  },
  {
    id: 'sign-in of the profile expired',
    match: [
      { services: CHAIN, message: /\baws sso login\b/i },
      { services: CHAIN, names: ['Unauthorized', 'InvalidGrant', 'UnauthorizedClient'] },
    ],
    code: 'credentials-expired',
    explanation: (_error, attempt) => `The sign-in of ${profile(attempt)} is missing or has expired.`,
    fix: (_error, attempt) => signInAgain(`aws sso login --profile ${profileOf(attempt) ?? 'default'}`),
  },
  {
    id: 'multi-factor',
    match: [{ services: CHAIN, message: /requires multi-factor authentication/i }],
    code: 'credentials-missing',
    explanation: (_error, attempt) =>
      `${capitalized(profile(attempt))} requires an MFA code (mfa_serial), which a job cannot enter.`,
    fix: ['Take a profile without mfa_serial, or assume a role:', ...ASSUME_ROLE],
  },
  {
    id: 'container out of reach',
    match: [
      { operations: ['GetContainerCredentials'], message: /\b(ECONN\w+|ETIMEDOUT|E(HOST|NET)UNREACH)\b/ },
      { operations: ['GetContainerCredentials'], names: ['TimeoutError'] },
    ],
    code: 'network-unreachable',
    explanation: 'Nothing answers at the address that AWS_CONTAINER_CREDENTIALS_FULL_URI (or _RELATIVE_URI) names.',
    fix: 'Check that what serves it runs (the agent of Amazon ECS, EKS Pod Identity, or a program of your own), and that NO_PROXY has its address. Unset the variable where nothing serves it.',
    retryable: true,
  },
  {
    id: 'container refuses',
    match: [
      { services: CHAIN, message: /^Server responded with status: 4(?!08|29)|^HTTP credential provider response/ },
    ],
    code: 'credentials-missing',
    explanation:
      'The address that AWS_CONTAINER_CREDENTIALS_FULL_URI (or _RELATIVE_URI) names answers, but gives this job no keys.',
    fix: 'Check AWS_CONTAINER_AUTHORIZATION_TOKEN (or _TOKEN_FILE), and that the task has a task role (Amazon ECS) or the service account a Pod Identity association (EKS).',
  },
  {
    id: 'instance without a role',
    match: [
      { services: CHAIN, statuses: [404], message: /instance metadata service/ },
      { services: CHAIN, message: /^Invalid response received from instance metadata/ },
    ],
    code: 'credentials-missing',
    explanation:
      'There are no AWS credentials in the environment, and the machine, if it runs on AWS, has no role attached.',
    fix: [
      "Let this step assume a role with GitHub's OIDC token:",
      ...ASSUME_ROLE,
      'Or attach a role to the instance:',
      shell(
        'aws ec2 associate-iam-instance-profile --instance-id INSTANCE_ID --iam-instance-profile Name=INSTANCE_PROFILE',
      ),
    ],
  },
  {
    id: 'instance metadata refused',
    match: [
      { services: CHAIN, statuses: [400, 401, 403], message: /instance metadata service/ },
      { services: CHAIN, message: /EC2 Metadata (v1 fallback|token request)/ },
    ],
    code: 'credentials-missing',
    explanation:
      'The metadata service of the instance refuses: it is switched off, or a container is one network hop too far from it.',
    fix: [
      'Allow it, with two hops for containers:',
      shell(
        'aws ec2 modify-instance-metadata-options --instance-id INSTANCE_ID --http-endpoint enabled --http-tokens required --http-put-response-hop-limit 2',
      ),
      "Or do without, and assume a role with GitHub's OIDC token:",
      ...ASSUME_ROLE,
    ],
  },
  {
    id: 'no token file of the pod',
    match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'], message: /pods\.eks\.amazonaws\.com/ }],
    code: 'credentials-missing',
    explanation:
      'The token of EKS Pod Identity (AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE) is not there, or may not be read.',
    fix: [
      "The service account needs its Pod Identity association before the pod starts, and the user of the runner the right to read the file. Or assume a role with GitHub's OIDC token:",
      ...ASSUME_ROLE,
    ],
  },
  {
    id: 'no token file of the profile',
    match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'] }],
    when: (_error, attempt) => profileOf(attempt) !== undefined,
    code: 'credentials-missing',
    explanation: (_error, attempt) =>
      `A file that ${profile(attempt)} names, such as web_identity_token_file, is not there, or may not be read.`,
    fix: (_error, attempt) => [
      'See what the profile names, where the job runs:',
      shell(`aws configure list --profile ${profileOf(attempt) ?? 'default'}`),
    ],
  },
  {
    id: 'no token file',
    match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'] }],
    code: 'credentials-missing',
    explanation: 'The file of the web identity token (AWS_WEB_IDENTITY_TOKEN_FILE) is not there, or may not be read.',
    fix: [
      "Correct AWS_WEB_IDENTITY_TOKEN_FILE; in Kubernetes the service account needs its annotation eks.amazonaws.com/role-arn before the pod starts. Or assume a role with GitHub's OIDC token:",
      ...ASSUME_ROLE,
    ],
  },
  {
    id: 'no credentials of the profile',
    match: [{ services: CHAIN }],
    when: (_error, attempt) => profileOf(attempt) !== undefined,
    code: 'credentials-missing',
    explanation: (_error, attempt) => `${capitalized(profile(attempt))} gives no credentials on this runner.`,
    fix: (_error, attempt) => [
      'Check the name and its settings where the job runs:',
      shell(`aws configure list-profiles\naws sts get-caller-identity --profile ${profileOf(attempt) ?? 'default'}`),
      "The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.",
    ],
  },
  {
    id: 'no credentials',
    match: [{ services: CHAIN }],
    code: 'credentials-missing',
    explanation:
      'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.',
    fix: ["Let this step assume a role with GitHub's OIDC token:", ...ASSUME_ROLE],
  },
]

const signInAgain = (command: string) => ['On the runner, sign in again:', shell(command), ...refreshedBy(command)]

const profile = (attempt: Attempt) => `the AWS profile "${profileOf(attempt) ?? 'default'}"`
