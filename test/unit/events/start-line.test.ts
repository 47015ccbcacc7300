import { expect, test } from '@jest/globals'

import { classifyEvent, describeStart, type Start } from '../../../src/events/event-class.ts'

const settings: Start['settings'] = {
  prompt: { from: 'input', text: 'x' },
  exportEnvironment: false,
  agent: { isolation: 'required', network: { kind: 'none', by: 'event' }, trustsCheckout: false },
}
const comment: Start = {
  event: classifyEvent('issue_comment', {}),
  actors: 'octocat has write access (write)',
  settings,
}

test('an event of strangers: who, which event, and every rule', () => {
  expect(describeStart(comment)).toBe(
    'Started by issue_comment (anybody who can see the repository can cause it): octocat has write access (write). In force: nothing of the checkout configures or instructs the agent; it runs in the sandbox or not at all; of the network it reaches Bedrock alone; later steps get no AWS credentials.',
  )
})

test('a rule that an input opened is said with the input', () => {
  const opened = {
    ...settings,
    exportEnvironment: true,
    agent: { isolation: 'off', network: { kind: 'open' }, trustsCheckout: true },
  } as const
  expect(describeStart({ ...comment, settings: opened })).toMatch(
    /In force: the checkout configures .*\(trust-project-config: true\); .*\(isolation: off\); it reaches the whole network; .*\(export-environment: true\)\.$/,
  )
})

test('without a prompt there is no agent: the rule of the export alone', () => {
  const { agent } = settings
  expect(describeStart({ ...comment, settings: { prompt: undefined, exportEnvironment: false, agent } })).toMatch(
    /In force: later steps get no AWS credentials\.$/,
  )
})

test('an event of people with write access has no line, unless its checkout is not trusted', () => {
  const push = { event: classifyEvent('push', {}), actors: '' }
  const trusted = {
    ...settings,
    agent: { isolation: 'auto', network: { kind: 'open' }, trustsCheckout: true },
  } as const
  expect(describeStart({ ...push, settings: trusted })).toBeUndefined()
  const hosts = {
    ...trusted.agent,
    network: { kind: 'list', hosts: [], localPorts: [] },
    trustsCheckout: false,
  } as const
  expect(describeStart({ ...push, settings: { ...settings, agent: hosts } })).toContain('the hosts of allowed-domains')
  expect(
    describeStart({ ...push, settings: { ...settings, agent: { ...trusted.agent, trustsCheckout: false } } }),
  ).toMatch(
    /^Started by push \(causing it needs write access to the repository\)\. In force: nothing of the checkout .*where that works/,
  )
})
