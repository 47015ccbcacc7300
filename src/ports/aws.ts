// What AWS offers to say who we are. Interfaces only; `src/world/` implements them.

/** AWS access keys; `expiration` is absent for keys that do not expire. */
export interface AwsKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
  readonly expiration?: Date | undefined
  readonly origin?: KeyOrigin
}

/** Where keys were found that no role was assumed for. */
export type KeyOrigin = 'environment' | 'profile' | 'web-identity' | 'container' | 'instance'

/** Who AWS says a set of keys is. */
export interface CallerIdentity {
  readonly account: string
  readonly arn: string
}

/** A role to assume, in STS's own terms; `externalId` and `tags` are for AssumeRole only. */
export interface RoleRequest {
  readonly region: string
  readonly roleArn: string
  readonly sessionName: string
  readonly durationSeconds: number
  readonly inlineSessionPolicy?: string | undefined
  readonly managedSessionPolicies: readonly string[]
  readonly externalId?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
}

/** AWS's Security Token Service; every method rejects with a ServiceError (service `AWS STS`). Keys it returns are masked. */
export interface SecurityTokenService {
  /** Starts to load the client, so that it is there by the time it is needed; never throws. */
  prepare(): void
  assumeRoleWithWebIdentity(request: RoleRequest, token: string): Promise<AwsKeys>
  assumeRole(request: RoleRequest, keys: AwsKeys): Promise<AwsKeys>
  callerIdentity(region: string, keys: AwsKeys): Promise<CallerIdentity>
}

/** Where AWS keys come from when no role is assumed through OIDC. Keys it returns are masked. */
export interface CredentialSources {
  /**
   * The AWS SDK's default chain, or only the named profile. Rejects with a ServiceError (service `AWS credentials`) whose
   * message is the SDK's.
   */
  load(options: { region: string; profile?: string | undefined }): Promise<AwsKeys>
  /** The role and the token of the environment's web identity (AWS_ROLE_ARN), for the words of a failure. */
  webIdentity(): { readonly roleArn: string; readonly token: string } | undefined
  /** The region that the machine's AWS configuration gives a profile; undefined where it gives none. Never rejects. */
  regionOf(profile: string): Promise<string | undefined>
}

/** AWS keys for programs of this machine that renew them themselves, as containers of Amazon ECS get them. */
export interface ContainerCredentials {
  /** Opens an address on 127.0.0.1 that hands out what `keys` resolves to at each request, to who shows its random token. */
  serve(keys: () => Promise<AwsKeys>): Promise<ServedCredentials>
}

/** An address that hands out keys. */
export interface ServedCredentials {
  /** Variables that lead AWS SDKs there, and to no other keys of the machine; beside AWS_ACCESS_KEY_ID they have no effect. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}
