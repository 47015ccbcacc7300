import { expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'

import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import { ROLE, STATIC_KEYS } from './fakes.ts'
import { CHAIN, expired, FRESH, FRESH_SESSION, refreshJob, refusal } from './refresh-job.ts'

const prints = (printed: unknown): IdentitySettings => ({
  ...CHAIN,
  credentialExport: `echo '${typeof printed === 'string' ? printed : JSON.stringify(printed)}'`,
})

const fields = { AccessKeyId: 'ASIAFRESH', SecretAccessKey: 'fresh-secret', SessionToken: 'fresh-token' }
const Expiration = '2026-11-22T13:00:00Z'

test.each<[string, unknown, AwsKeys]>([
  ["the guide's form", { Credentials: fields }, FRESH],
  ['with an end', { Credentials: { ...fields, Expiration } }, { ...FRESH, expiration: new Date(Expiration) }],
  [
    'flat, as the AWS CLI prints it',
    { Version: 1, ...fields, Expiration },
    { ...FRESH, expiration: new Date(Expiration) },
  ],
  ['an end of null', { ...fields, Expiration: null }, FRESH],
])('%s: the keys are the source, masked, confirmed and never shown', async (_name, printed, keys) => {
  const job = refreshJob()
  job.has(STATIC_KEYS)
  expect(await job.signIn(prints(printed))).toMatchObject({ ...FRESH_SESSION, keys })
  expect(job.secrets).toEqual(['ASIAFRESH', 'fresh-secret', 'fresh-token'])
  expect(job.calls).toEqual(['prepare', 'caller of ASIAFRESH in us-east-1'])
  expect(job.lines.join('\n')).not.toMatch(/ASIAFRESH|fresh/)
})

test('long-term keys have no session token', async () => {
  const job = refreshJob()
  const printed = { Version: 1, AccessKeyId: 'AKIALONG', SecretAccessKey: 'long-secret' }
  const keys = { accessKeyId: 'AKIALONG', secretAccessKey: 'long-secret', sessionToken: undefined }
  expect(await job.signIn(prints(printed))).toMatchObject({ keys, renewable: false })
  expect(job.secrets.filter(Boolean)).toEqual(['AKIALONG', 'long-secret'])
})

test('its keys assume the role of role-chaining', async () => {
  const job = refreshJob()
  await job.signIn({ ...prints(fields), source: { kind: 'role-chaining', profile: undefined, role: ROLE } })
  expect(job.calls).toContain(`assume ${ROLE.arn} by ASIAFRESH`)
})

test.each<[string, unknown, RegExp]>([
  ['nothing', '', /did not print a JSON object/],
  ['no JSON', 'fresh-secret', /did not print a JSON object/],
  ['a list', [fields], /did not print a JSON object/],
  ['an empty object', {}, /without AccessKeyId and SecretAccessKey and SessionToken/],
  ['no token', { Credentials: { ...fields, SessionToken: undefined } }, /JSON without SessionToken \(/],
  ['an empty token', { ...fields, SessionToken: '' }, /JSON without SessionToken \(/],
  ['a secret that is no text', { ...fields, SecretAccessKey: 1 }, /JSON without SecretAccessKey \(/],
  ['an end that is none', { ...fields, Expiration: 'soon' }, /Expiration that is no date/],
  ['an end as a number', { ...fields, Expiration: 1 }, /Expiration that is no date/],
])('%s is credentials-invalid, names what is missing, and shows no value', async (_name, printed, words) => {
  const job = refreshJob()
  const failure = await job.failureOf(prints(printed))
  expect(failure).toMatchObject({ code: 'credentials-invalid', message: expect.stringMatching(words) })
  expect(failure.fix).toContainEqual(
    expect.objectContaining({ language: 'json', code: expect.stringContaining('"AccessKeyId": "..."') }),
  )
  expect(`${failure.message}${fixText(failure.fix)}${job.lines.join()}`).not.toMatch(/ASIAFRESH|fresh-/)
})

test('that fails is credentials-missing with its code and its errors, and what it printed is masked', async () => {
  const job = refreshJob()
  const line = `echo '${JSON.stringify(fields)}'; for i in $(seq 30); do echo "line $i" >&2; done; exit 3`
  const failure = await job.failureOf({ ...CHAIN, credentialExport: line })
  expect(failure.code).toBe('credentials-missing')
  expect(failure.message).toMatch(
    /^The command of aws-credential-export ended with exit code 3:\nline 21\n[^]*line 30$/,
  )
  expect(job.secrets).toContain('fresh-secret')
})

test.each([
  [expired, 'credentials-expired', /printed have expired/, /print credentials that are fresh/],
  [
    refusal('InvalidClientTokenId', 'x'),
    'credentials-invalid',
    /printed are not valid/,
    /print credentials that AWS knows/,
  ],
  [refusal('SignatureDoesNotMatch', 'Signature expired: x'), 'credentials-invalid', /clock/, /timedatectl/],
])('keys of its own that AWS refuses: %s', async (...[error, code, message, fix]) => {
  const job = refreshJob({ sts: { callerIdentity: () => Promise.reject(error) } })
  const failure = await job.failureOf(prints(fields))
  expect([failure.code, failure.message, fixText(failure.fix)]).toEqual([
    code,
    expect.stringMatching(message),
    expect.stringMatching(fix),
  ])
})

test('runs in bash, in RUNNER_TEMP, with the environment but without what is the runner’s own', async () => {
  const job = refreshJob()
  const line = `[[ $PWD == "$WANTED" && -z $ACTIONS_ID_TOKEN_REQUEST_TOKEN$INPUT_PROMPT$GITHUB_ENV ]] && ${prints(fields).credentialExport ?? ''}`
  const env = {
    PATH: process.env.PATH,
    WANTED: job.workspace,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token',
    INPUT_PROMPT: 'prompt',
    GITHUB_ENV: '/file',
  }
  await expect(job.signIn({ ...CHAIN, credentialExport: line }, { env })).resolves.toMatchObject(FRESH_SESSION)
})
