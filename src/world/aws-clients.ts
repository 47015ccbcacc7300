import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Credentials } from '@aws-sdk/client-sts'

import { ServiceError } from '../errors.ts'
import { fieldOf } from '../json.ts'
import type { AwsKeys, CredentialSources, KeyOrigin, RoleRequest, SecurityTokenService } from '../ports/aws.ts'
import type { Secrets, Environment } from '../ports/machine.ts'
import { awsServiceError } from './aws-errors.ts'
import { withSystemCertificates } from './http.ts'

/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
export function createSts({ secrets, env }: { secrets: Secrets; env: Environment }): SecurityTokenService {
  const load = () => import('@aws-sdk/client-sts')
  // The SDK refuses AWS_USE_FIPS_ENDPOINT beside an endpoint of the user's own, which may well be a FIPS endpoint.
  const connection = { ...awsConnection(env), ...(env.AWS_ENDPOINT_URL_STS && { useFipsEndpoint: false }) }
  return {
    prepare() {
      load().catch(() => undefined)
    },
    async assumeRoleWithWebIdentity(request, token) {
      const { STSClient, AssumeRoleWithWebIdentityCommand } = await load()
      const client = new STSClient({ region: request.region, ...connection })
      const command = new AssumeRoleWithWebIdentityCommand({ ...roleInput(request), WebIdentityToken: token })
      const { Credentials } = await factual('AssumeRoleWithWebIdentity', () => client.send(command))
      return maskedKeys(secrets, sessionKeys('AssumeRoleWithWebIdentity', Credentials))
    },
    async assumeRole(request, keys) {
      const { STSClient, AssumeRoleCommand } = await load()
      const client = new STSClient({ region: request.region, credentials: signingKeys(keys), ...connection })
      const command = new AssumeRoleCommand({ ...roleInput(request), ...chainingInput(request) })
      const { Credentials } = await factual('AssumeRole', () => client.send(command))
      return maskedKeys(secrets, sessionKeys('AssumeRole', Credentials))
    },
    async callerIdentity(region, keys) {
      const { STSClient, GetCallerIdentityCommand } = await load()
      const client = new STSClient({ region, credentials: signingKeys(keys), ...connection })
      const { Account, Arn } = await factual('GetCallerIdentity', () => client.send(new GetCallerIdentityCommand()))
      if (Account === undefined || Arn === undefined) throw incomplete('GetCallerIdentity')
      return { account: Account, arn: Arn }
    },
  }
}

async function factual<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await withSystemCertificates(send)
  } catch (error) {
    throw awsServiceError(error, { service: 'AWS STS', operation })
  }
}

function roleInput(request: RoleRequest) {
  const policies = request.managedSessionPolicies
  return {
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    DurationSeconds: request.durationSeconds,
    Policy: request.inlineSessionPolicy,
    PolicyArns: policies.length > 0 ? policies.map((arn) => ({ arn })) : undefined,
  }
}

/** AssumeRoleWithWebIdentity takes neither. */
function chainingInput({ externalId, tags = {} }: RoleRequest) {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  return { ExternalId: externalId, Tags: list.length > 0 ? list : undefined }
}

function signingKeys({ accessKeyId, secretAccessKey, sessionToken }: AwsKeys) {
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}

function sessionKeys(operation: string, credentials: Credentials | undefined): AwsKeys {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {}
  if (AccessKeyId === undefined || SecretAccessKey === undefined) throw incomplete(operation)
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  }
}

function incomplete(operation: string): ServiceError {
  return new ServiceError({
    service: 'AWS STS',
    operation,
    name: 'IncompleteAnswer',
    message: 'The answer lacks what was asked for',
  })
}

/**
 * AWS keys by the AWS SDK's providers, read again at each call: a profile and nothing else (no other identity of the machine
 * is used for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
 */
export function createCredentialSources({ secrets, env }: { secrets: Secrets; env: Environment }): CredentialSources {
  return {
    async load({ region, profile }) {
      const { fromIni, fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
      const connection = awsConnection(env)
      // As `clientConfig` the region would also replace the one that a profile names for its SSO sign-in.
      const options = {
        ignoreCache: true,
        clientConfig: connection,
        parentClientConfig: { region, ...connection },
      }
      const provider = profile === undefined ? fromNodeProviderChain(options) : fromIni({ ...options, profile })
      try {
        const found = await withSystemCertificates(() => provider())
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = found
        const origin = profile === undefined ? originOf(found) : 'profile'
        return maskedKeys(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration, origin })
      } catch (error) {
        throw profile === undefined ? await chainError(error, env) : awsServiceError(error, CHAIN)
      }
    },
    webIdentity() {
      const { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: file } = env
      if (!roleArn || !file) return undefined
      try {
        return { roleArn, token: readFileSync(file, 'utf8') }
      } catch {
        return { roleArn, token: '' }
      }
    },
    async regionOf(profile) {
      const { loadSharedConfigFiles } = await import('@smithy/core/config')
      const files = await loadSharedConfigFiles({ ignoreCache: true }).catch(() => undefined)
      return files?.configFile[profile]?.region ?? files?.credentialsFile[profile]?.region
    },
  }
}

const CHAIN = { service: 'AWS credentials', operation: 'LoadCredentials' }

/** The SDK marks keys with the feature that found them; those of an instance have no mark. */
function originOf(found: unknown): KeyOrigin {
  const marks = Object.keys(fieldOf(found, '$source') ?? {})
  const isMarked = (pattern: RegExp) => marks.some((mark) => pattern.test(mark))
  if (isMarked(/^CREDENTIALS_ENV_VARS$/)) return 'environment'
  if (isMarked(/^CREDENTIALS_HTTP$/)) return 'container'
  if (isMarked(/^CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN$/)) return 'web-identity'
  return marks.length > 0 ? 'profile' : 'instance'
}

/**
 * The chain ends with "Could not load credentials from any providers", whatever its last link had to say: that is asked once
 * more, where the environment names a container's address, or the machine may be an instance of EC2.
 */
async function chainError(error: unknown, env: Environment): Promise<ServiceError> {
  const general = awsServiceError(error, CHAIN)
  const isContainer = env.AWS_CONTAINER_CREDENTIALS_FULL_URI || env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI
  const hasNoMetadata = !['', 'false'].includes(env.AWS_EC2_METADATA_DISABLED ?? '')
  if (!general.message.startsWith('Could not load credentials from any') || (!isContainer && hasNoMetadata))
    return general
  const { fromHttp, fromInstanceMetadata } = await import('@aws-sdk/credential-providers')
  const bounds = { timeout: 1_000, maxRetries: 0 }
  const operation = isContainer ? 'GetContainerCredentials' : 'GetInstanceCredentials'
  try {
    await (isContainer ? fromHttp(bounds) : fromInstanceMetadata(bounds))()
    return general
  } catch (last) {
    const particular = awsServiceError(last, { ...CHAIN, operation })
    // Where no instance answers, the machine is none.
    return isContainer || particular.status !== undefined ? particular : general
  }
}

/** Masks each part of the keys, and returns them. */
export function maskedKeys(secrets: Secrets, keys: AwsKeys): AwsKeys {
  for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]) secrets.add(value ?? '')
  return keys
}

/**
 * How AWS clients connect: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which the AWS SDK ignores by
 * itself and Node's agents honour since 24.5; with bounds on time; tried once, as callers decide what is tried again.
 */
export function awsConnection(env: Environment) {
  const agent = { keepAlive: true, proxyEnv: env }
  return {
    customUserAgent: 'claude-code-bedrock-action',
    maxAttempts: 1,
    requestHandler: {
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      connectionTimeout: 5_000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
    },
  }
}
