import type { Credentials } from '@aws-sdk/client-sts'

import { ServiceError } from '../errors.ts'
import type { AwsKeys, RoleRequest, SecurityTokenService } from '../ports/aws.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import { awsConnection } from './aws-connection.ts'
import { awsServiceError } from './aws-errors.ts'
import { maskedKeys } from './masked-keys.ts'

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
    return await send()
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
