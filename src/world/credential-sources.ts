import type { CredentialSources } from '../ports/aws.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import { awsConnection } from './aws-connection.ts'
import { awsServiceError } from './aws-errors.ts'
import { maskedKeys } from './masked-keys.ts'

/**
 * AWS keys by the AWS SDK's providers, read anew at each call: a profile and nothing else (no other identity of the machine
 * stands in for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
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
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await provider()
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
