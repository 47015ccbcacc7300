import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

import type { Credentials } from '@aws-sdk/client-sts'

import { ServiceError } from '../errors.ts'
import { fieldOf, numberOf, stringOf } from '../json.ts'
import type { AwsKeys, CredentialSources, RoleRequest, SecurityTokenService } from '../ports/aws.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import { withSystemCertificates } from './certificates.ts'

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
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await withSystemCertificates(() =>
          provider(),
        )
        return maskedKeys(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration })
      } catch (error) {
        throw awsServiceError(error, { service: 'AWS credentials', operation: 'LoadCredentials' })
      }
    },
    async regionOf(profile) {
      const { loadSharedConfigFiles } = await import('@smithy/core/config')
      const files = await loadSharedConfigFiles({ ignoreCache: true }).catch(() => undefined)
      return files?.configFile[profile]?.region ?? files?.credentialsFile[profile]?.region
    },
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

/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
export function awsServiceError(error: unknown, call: { service: string; operation: string }): ServiceError {
  const metadata = fieldOf(error, '$metadata')
  return new ServiceError({
    ...call,
    name: stringOf(error, 'Code') ?? stringOf(error, 'code') ?? stringOf(error, 'name') ?? 'Error',
    message: stringOf(error, 'message') ?? String(error),
    status: numberOf(metadata, 'httpStatusCode'),
    requestId: stringOf(metadata, 'requestId'),
    host: stringOf(error, 'hostname') ?? stringOf(error, 'address'),
    cause: error,
  })
}
