import { createHash, randomBytes } from 'node:crypto'
import { askPolicy, type PolicyDocument, type PolicyQuestion } from './iam-policy.ts'

export interface Role {
  readonly name: string
  /** Who may assume it, as IAM takes it. */
  readonly trustPolicy: PolicyDocument
  /** What its sessions may do; without it everything. */
  readonly policy?: PolicyDocument
  /** Seconds; default 3600, as in IAM. */
  readonly maxSessionDuration?: number
}

/** An IAM OIDC provider: the issuer it trusts and the audiences ("client ids") it accepts. */
export interface OidcProvider {
  readonly url: string
  readonly clientIds: readonly string[]
}

export interface AccountOptions {
  /** Default `111122223333`. */
  readonly id?: string
  /** Default `aws`. */
  readonly partition?: string
  readonly roles?: readonly Role[]
  readonly providers?: readonly OidcProvider[]
  /** Milliseconds since 1970, by which sessions and API keys end; default the machine's clock. */
  readonly clock?: () => number
  /** A session's life whatever its caller asked for, so that a test can outlive it. */
  readonly sessionSeconds?: number
  /** The last word on what a principal may do with Bedrock, after session policy and role policy. */
  readonly allow?: (wish: Wish) => true | { readonly deny: string }
}

/** Who calls. */
export interface Principal {
  /** `arn:aws:iam::<account>:user/<name>` or `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
  readonly arn: string
  readonly userId: string
  /** The three of a session of a role. */
  readonly role?: Role
  readonly sessionPolicy?: PolicyDocument | undefined
  readonly managedPolicyArns?: readonly string[]
}

/** An access key; with a session token and an end when it belongs to a session. */
export interface AccessKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly principal: Principal
}

export interface SessionKey extends AccessKey {
  readonly sessionToken: string
  readonly expiration: Date
}

export interface ApiKey {
  readonly value: string
  readonly principal: Principal
  readonly expiration: Date
}

/** Something a principal wants to do with a resource of Bedrock. */
export interface Wish extends PolicyQuestion {
  readonly principal: Principal
  readonly resource: string
}

export interface SessionRequest {
  readonly role: Role
  readonly sessionName: string
  readonly seconds: number
  readonly policy?: PolicyDocument | undefined
  readonly managedPolicyArns?: readonly string[]
}

/** A small working model of an AWS account: who is in it, which keys are out, who may do what. */
export interface Account {
  readonly id: string
  readonly partition: string
  readonly providers: readonly OidcProvider[]
  now(): number
  roleArn(role: Role | string): string
  roleOf(arn: string): Role | undefined
  addUser(name: string): AccessKey
  /** A Bedrock API key, valid for 12 hours unless said otherwise. */
  addApiKey(lifeSeconds?: number): string
  openSession(request: SessionRequest): SessionKey
  /** Sessions opened so far, oldest first. */
  readonly sessions: readonly SessionKey[]
  /** Ends all sessions at once, as if their time were over. */
  expireSessions(): void
  accessKey(id: string): AccessKey | SessionKey | undefined
  isOver(key: SessionKey | ApiKey): boolean
  apiKey(value: string): ApiKey | undefined
  /** AWS's sentence for a wish that is denied. */
  denialOf(wish: Wish): string | undefined
}

export function awsAccount(options: AccountOptions = {}): Account {
  const id = options.id ?? '111122223333'
  const partition = options.partition ?? 'aws'
  const now = options.clock ?? Date.now
  const users: AccessKey[] = []
  const sessions: SessionKey[] = []
  const apiKeys: ApiKey[] = []
  const ended = new Set<string>()
  const user = (name: string): Principal => ({
    arn: `arn:${partition}:iam::${id}:user/${name}`,
    userId: uniqueId('AIDA', name),
  })
  const roleArn = (role: Role | string) =>
    `arn:${partition}:iam::${id}:role/${typeof role === 'string' ? role : role.name}`

  return {
    id,
    partition,
    providers: options.providers ?? [],
    sessions,
    now,
    roleArn,
    roleOf: (arn) => options.roles?.find((role) => roleArn(role) === arn),
    addUser: (name) => {
      const key = { ...newKey('AKIA'), principal: user(name) }
      users.push(key)
      return key
    },
    addApiKey: (lifeSeconds = 12 * 3600) => {
      const value = `bedrock-api-key-${randomBytes(96).toString('base64')}`
      apiKeys.push({ value, principal: user(`BedrockAPIKey-${id}`), expiration: new Date(now() + lifeSeconds * 1000) })
      return value
    },
    openSession: ({ role, sessionName, seconds, policy, managedPolicyArns = [] }) => {
      const session = {
        ...newKey('ASIA'),
        sessionToken: `IQoJb3JpZ2luX2Vj${randomBytes(300).toString('base64')}`,
        expiration: new Date(now() + (options.sessionSeconds ?? seconds) * 1000),
        principal: {
          arn: `arn:${partition}:sts::${id}:assumed-role/${role.name}/${sessionName}`,
          userId: `${uniqueId('AROA', role.name)}:${sessionName}`,
          role,
          sessionPolicy: policy,
          managedPolicyArns,
        },
      }
      sessions.push(session)
      return session
    },
    expireSessions: () => sessions.forEach(({ accessKeyId }) => ended.add(accessKeyId)),
    accessKey: (keyId) => [...users, ...sessions].find(({ accessKeyId }) => accessKeyId === keyId),
    isOver: (key) => now() >= key.expiration.getTime() || ('accessKeyId' in key && ended.has(key.accessKeyId)),
    apiKey: (value) => apiKeys.find((key) => key.value === value),
    denialOf: (wish) => {
      const reason = reasonToDeny(wish) ?? denialOf(options.allow?.(wish))
      if (reason === undefined) return undefined
      return `User: ${wish.principal.arn} is not authorized to perform: ${wish.action} on resource: ${wish.resource} ${reason}`
    },
  }
}

/** Managed session policies are kept, not read: what they would add to an inline one is unknown, so they lift it. */
function reasonToDeny(wish: Wish): string | undefined {
  const { role, sessionPolicy, managedPolicyArns = [] } = wish.principal
  const layers = [
    { kind: 'session', policy: managedPolicyArns.length > 0 ? undefined : sessionPolicy },
    { kind: 'identity-based', policy: role?.policy },
  ]
  for (const { kind, policy } of layers) {
    const answer = policy ? askPolicy(policy, wish) : 'allow'
    const a = kind === 'session' ? 'a' : 'an'
    if (answer === 'deny') return `with an explicit deny in ${a} ${kind} policy`
    if (answer === 'nothing') return `because no ${kind} policy allows the ${wish.action} action`
  }
  return undefined
}

function denialOf(decision: true | { readonly deny: string } | undefined): string | undefined {
  return typeof decision === 'object' ? decision.deny : undefined
}

function newKey(prefix: 'AKIA' | 'ASIA') {
  const accessKeyId = uniqueId(prefix, randomBytes(16).toString('hex'))
  return { accessKeyId, secretAccessKey: randomBytes(30).toString('base64') }
}

/** 20 characters in IAM's alphabet: always the same for the same name. */
function uniqueId(prefix: string, name: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  return prefix + Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('')
}

/** A trust policy for jobs of GitHub; conditions are on the token's claims by their bare names. */
export function webIdentityTrust(options: {
  readonly issuer: string
  readonly account?: string
  readonly stringEquals?: Readonly<Record<string, string | readonly string[]>>
  readonly stringLike?: Readonly<Record<string, string | readonly string[]>>
}): PolicyDocument {
  const provider = providerName(options.issuer)
  const prefixed = (claims: Readonly<Record<string, string | readonly string[]>> = {}) =>
    Object.fromEntries(Object.entries(claims).map(([claim, values]) => [`${provider}:${claim}`, values]))
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${options.account ?? '111122223333'}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: prefixed(options.stringEquals), StringLike: prefixed(options.stringLike) },
      },
    ],
  }
}

/** IAM's name of an OIDC provider: its URL without the scheme. */
export function providerName(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '')
}
