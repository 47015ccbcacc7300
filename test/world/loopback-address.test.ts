import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from '@jest/globals'

const ADAPTER = new URL('../../src/world/loopback.ts', import.meta.url).href
const run = promisify(execFile)

test.each([
  ['with a port bound beforehand', ''],
  ['as a Node before 24.19 listens', "delete (await import('node:net')).default.BoundSocket"],
])('it is open at 127.0.0.1 and at no other address: %s', async (_how, before) => {
  const script = `
    ${before}
    const { connect } = await import('node:net')
    const { createLoopback } = await import(${JSON.stringify(ADAPTER)})
    const door = await createLoopback().listen('x-token', async () => ({ status: 200, headers: {}, body: 'here' }))
    const elsewhere = connect(Number(new URL(door.url).port), '127.0.0.2')
    const refused = await new Promise((resolve) => elsewhere.on('error', (error) => resolve(error.code)).on('connect', resolve))
    console.log(await (await fetch(door.url)).text(), refused)
    await door.close()`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout).toBe('here ECONNREFUSED\n')
})
