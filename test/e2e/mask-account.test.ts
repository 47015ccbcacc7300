// The account's id is masked everywhere when the step asks for it, with the shipped bundle and the real Claude Code.
import { expect, test } from '@jest/globals'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { scenario } from '../support/scenario.ts'

const ACCOUNT = '111122223333'
const INPUTS = { prompt: 'Say hello.', 'upload-transcript': 'never', 'timeout-minutes': '0.5' }
const withoutMasks = (log: string) => log.replaceAll(/^::add-mask::.*$/gm, '')

test('mask-aws-account-id masks it in outputs, summary and transcript, and has the runner mask it in the log', async () => {
  await using here = await scenario({ aws: { script: () => ({ text: `You are in ${ACCOUNT}.` }) } })
  const { main, outputs, summary } = await here.step({ ...INPUTS, 'mask-aws-account-id': 'true' })
  expect(outputs.conclusion).toBe('success')
  expect(main.stdout).toContain(`::add-mask::${ACCOUNT}`)
  expect(main.stdout.indexOf(`::add-mask::${ACCOUNT}`)).toBe(main.stdout.indexOf(ACCOUNT) - '::add-mask::'.length)
  expect(JSON.stringify(outputs)).not.toContain(ACCOUNT)
  expect(summary).not.toContain(ACCOUNT)
  const folder = outputs['transcript-path']!
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name), 'utf8')).not.toContain(ACCOUNT)
})

test('without it the account is an output and in the log', async () => {
  await using here = await scenario()
  const { main, outputs } = await here.step(INPUTS)
  expect(outputs['aws-account-id']).toBe(ACCOUNT)
  expect(withoutMasks(main.stdout)).toContain(`Signed in to AWS account ${ACCOUNT}`)
  expect(main.stdout).not.toContain(`::add-mask::${ACCOUNT}`)
})
