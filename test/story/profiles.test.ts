import { expect, test } from '@jest/globals'

import type { LocalAnswer, LocalCall, UpstreamAnswer } from '../../src/ports/gateway.ts'
import { run } from '../../src/run.ts'
import { EXECUTABLE, fakeWorld } from '../support/fake-world.ts'

const LIST = JSON.stringify({ inferenceProfileSummaries: [{ inferenceProfileId: 'us.anthropic.claude-sonnet-4-6' }] })

/** A caller at the gateway's address, and a Bedrock that lists its profiles at once and answers for a model when it is asked to. */
function slowModels() {
  const address = Promise.withResolvers<(call: LocalCall) => Promise<LocalAnswer>>()
  const models = Promise.withResolvers<undefined>()
  const sent: string[] = []
  async function* body(text: string) {
    yield await Promise.resolve(Buffer.from(text))
  }
  const { world, seen } = fakeWorld(
    { lines: [], waitsForSignal: true },
    {
      loopback: {
        listen: (_header, answer) => {
          address.resolve(answer)
          return Promise.resolve({ url: 'http://127.0.0.1:1', token: 't', close: () => Promise.resolve() })
        },
      },
      upstream: {
        async send({ operation }): Promise<UpstreamAnswer> {
          sent.push(operation)
          if (operation === 'ListInferenceProfiles') return { status: 200, headers: {}, body: body(LIST) }
          await models.promise
          return { status: 200, headers: {}, body: body('') }
        },
        close: () => undefined,
      },
    },
  )
  const ask: LocalCall = {
    ...{ method: 'GET', target: '/inference-profiles?type=SYSTEM_DEFINED', headers: {}, authenticated: false },
    ...{ signal: new AbortController().signal, body: () => Promise.resolve(new Uint8Array()) },
  }
  return { world, seen, sent, models, askForProfiles: async () => (await address.promise)(ask) }
}

const env = {
  ...{ 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/claude', 'INPUT_AWS-REGION': 'us-east-1', PATH: '/bin' },
  ...{ 'INPUT_CLAUDE-CODE-PATH': EXECUTABLE, INPUT_PROMPT: 'Go.', INPUT_ISOLATION: 'off' },
  INPUT_MODEL: 'us.anthropic.claude-sonnet-4-6',
}

test('Claude Code has its list of profiles while its models are still being tried, and Bedrock is asked once', async () => {
  const stop = new AbortController()
  const { world, seen, sent, models, askForProfiles } = slowModels()
  const reported = run({ env, programEnv: env, id: 'abc', stop: stop.signal }, world)
  expect(await askForProfiles()).toMatchObject({ status: 200, body: LIST })
  expect(seen.log.join('\n')).not.toContain('✅ Model')
  models.resolve(undefined)
  while (!seen.log.join('\n').includes('✅ Model')) await new Promise((resolve) => setTimeout(resolve, 5))
  stop.abort()
  await reported
  expect(sent.filter((operation) => operation === 'ListInferenceProfiles')).toHaveLength(1)
}, 10_000)

test('a run that cannot sign in answers all the same', async () => {
  const { world, askForProfiles } = slowModels()
  const refused = { ...world.sts, assumeRoleWithWebIdentity: () => Promise.reject(new Error('no')) }
  const reported = run(
    { env, programEnv: env, id: 'abc', stop: new AbortController().signal },
    { ...world, sts: refused },
  )
  expect(await askForProfiles()).toMatchObject({ status: 400 })
  expect(await reported).toMatchObject({ conclusion: 'failure' })
})
