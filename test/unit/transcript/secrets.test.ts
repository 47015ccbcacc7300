import { describe, expect, test } from '@jest/globals'

import type { Environment } from '../../../src/ports/machine.ts'
import { configurationSecrets, partsOf, secretVariables } from '../../../src/transcript/secrets.ts'

describe('variables', () => {
  const plainOf = (env: Environment) => secretVariables(env).plain
  const valuesOf = (env: Environment) => secretVariables(env).values

  test('named like a secret give their values', () => {
    const env = {
      GITHUB_TOKEN: 'a-long-1',
      'INPUT_BEDROCK-API-KEY': 'b-long-1',
      my_secret: 'c-long-1',
      DB_PASSWORD_2: 'd-long-1',
      TOKEN: 'e-long-1',
      AWS_BEARER_TOKEN_BEDROCK: 'f-long-1',
      MAX_THINKING_TOKENS: '-',
      KEYBOARD: '-',
      AWS_ACCESS_KEY_ID: '-',
      PATH: '-',
      NPM_TOKEN: undefined,
      EMPTY_TOKEN: '',
    }
    expect(secretVariables(env)).toEqual({
      values: ['a-long-1', 'b-long-1', 'c-long-1', 'd-long-1', 'e-long-1', 'f-long-1'],
      plain: [],
    })
  })

  test.each([
    ['CACHE_KEY', 'result'],
    ['E2E_SECRET', 'success'],
    ['BOT_TOKEN', 'assistant'],
    ['SORT_KEY', 'content'],
    ['ORACLE_PASSWORD', 'system'],
    ['DB_PASSWORD', 'postgres'],
    ['DEPLOY_KEY', 'Production'],
    ['FLAG_KEY', 'true'],
    ['SHORT_TOKEN', 'x9!kQ'],
    ['HOST_KEY', 'db.internal.example.com:5432'],
    ['REGION_KEY', 'us-gov-east-1'],
    ['REGION_KEY', 'europe-west4'],
    ['SERVICE_KEY', 'https://example.com/path?x=1'],
    ['DB_SECRET', 'postgres://localhost:5432/app'],
    ['IP_KEY', '10.0.12.7'],
  ])('%s=%s is no secret, and is named', (name, value) => {
    expect(secretVariables({ [name]: value })).toEqual({ values: [], plain: [name] })
  })

  test.each([
    ['a word outside the list', 'dragonfly'],
    ['words together', 'production-postgres-2'],
    ['two words with a dot', 'Kj29.fLqZ'],
    ['a number', '482910'],
  ])('%s is a secret', (_what, value) => {
    expect(secretVariables({ DB_PASSWORD: value })).toEqual({ values: [value], plain: [] })
  })

  test('assignments of `environment` count as variables, whatever their letters', () => {
    const assigned = 'NODE_ENV=production\nPATH_NAME\n API_TOKEN=tok-1=x \nSORT_KEY=content'
    expect(secretVariables({ INPUT_ENVIRONMENT: assigned })).toEqual({ values: ['tok-1=x'], plain: ['SORT_KEY'] })
    expect(plainOf({ INPUT_ENVIRONMENT: 'NODE_ENV=production' })).toEqual([])
  })

  test('passwords in addresses count wherever they are: a proxy, a database', () => {
    const env = {
      HTTPS_PROXY: 'http://me:pr0xy%21pass@proxy.corp:3128',
      DATABASE_URL: 'mysql://root:mysql@db/app',
      URL: 'https://x/y',
    }
    expect(valuesOf(env)).toEqual(['pr0xy%21pass', 'pr0xy!pass'])
  })

  test('headers, and what inline settings and MCP servers are given, count', () => {
    const settings = {
      env: { LOG_LEVEL: 'verbose', API_URL: 'https://api.example.com', MY_CRED: 'cr3d-1x', NPM_TOKEN: 'abcdefghij' },
    }
    const servers = {
      mcpServers: {
        a: {
          command: 'node',
          args: ['server.js', '--api-key', 'key-1-arg', '--token=tok-2-arg', '--mode', 'fast-mode'],
          env: { DB: 'postgres://u:pw-in-url@h/d', HOME: '/home/runner' },
        },
        b: {
          type: 'http',
          url: 'https://mcp.example.com',
          headers: { Authorization: 'Bearer hdr-3-secret', 'X-Team': 'platform' },
        },
      },
    }
    const env = {
      ANTHROPIC_CUSTOM_HEADERS: 'X-Guardrail: gr-4-secret\nX-Kind: release',
      INPUT_SETTINGS: JSON.stringify(settings),
      'INPUT_MCP-CONFIG': JSON.stringify(servers),
    }
    expect(valuesOf(env)).toEqual([
      'gr-4-secret',
      'cr3d-1x',
      'abcdefghij',
      'key-1-arg',
      'tok-2-arg',
      'postgres://u:pw-in-url@h/d',
      'hdr-3-secret',
    ])
    expect(configurationSecrets('{"env": broken')).toEqual([])
  })

  test.each<[string, object, readonly string[]]>([
    ['the query of an address', { url: 'https://h.example.com/mcp?apiKey=q-secret-1&v=2' }, ['q-secret-1']],
    [
      'a query by the look of its value',
      { url: 'https://h.example.com/mcp?u=Zm9v1YmFy2MTIz4NDU' },
      ['Zm9v1YmFy2MTIz4NDU'],
    ],
    ['the path of an address', { url: 'https://h.example.com/s/a8f3k2m9q1z7x4c6/mcp' }, ['a8f3k2m9q1z7x4c6']],
    ['an address as an argument', { args: ['mcp-remote', 'https://h.example.com/?token=q-secret-2'] }, ['q-secret-2']],
    ['an address in a variable', { env: { MCP: 'https://h.example.com/?access_token=q-secret-3' } }, ['q-secret-3']],
    [
      'a variable of a container',
      { args: ['run', '-e', 'GITHUB_PERSONAL_ACCESS_TOKEN=ghp-4-secret'] },
      ['ghp-4-secret'],
    ],
    [
      'the same in one word',
      { args: ['run', '--env=API_KEY=key-5-secret', '-eDB_PASSWORD=pw-6-secret'] },
      ['key-5-secret', 'pw-6-secret'],
    ],
    ['a name without a flag', { args: ['API_KEY=key-7-secret', 'MODE=development'] }, ['key-7-secret']],
    ['a header by its short flag', { args: ['-H', 'X-Api-Key: hdr-8-secret'] }, ['hdr-8-secret']],
    [
      'a header in the command of a hook',
      {
        hooks: {
          Stop: [{ hooks: [{ type: 'command', command: `curl -H "Authorization: Bearer hk-9-secret" https://x` }] }],
        },
      },
      ['hk-9-secret'],
    ],
    ['a variable in a command', { statusLine: { command: "API_TOKEN='tok-10-secret' ./line.sh" } }, ['tok-10-secret']],
    ['a flag in a helper', { apiKeyHelper: './key.sh --password pw-11-secret' }, ['pw-11-secret']],
    ['a number in a variable', { env: { PIN_TOKEN: 48151623, PORT: 8080 } }, ['48151623']],
  ])('%s counts', (_name, config, secrets) => {
    expect(configurationSecrets(JSON.stringify(config))).toEqual(secrets)
  })
  test('names of variables and files do not, nor addresses without a secret', () => {
    const config = {
      ...{ url: 'https://mcp.example.com/v1/projects/documentation-of-things/mcp?mode=readonly&version=2026-11-01' },
      ...{
        args: ['-e', 'GITHUB_TOKEN', '--token=$MY_TOKEN', '--key-file', '/run/secrets/key', '-e', 'API_KEY=${KEY_A}'],
      },
      ...{ command: 'curl -H "Authorization: Bearer $TOKEN" https://example.com/a/b' },
    }
    expect(configurationSecrets(JSON.stringify(config))).toEqual([])
  })
})

describe('parts of a structured secret', () => {
  const kubeconfig = `apiVersion: v1
kind: Config
current-context: prod
clusters:
- cluster:
    certificate-authority-data: TFMwdExTMUNSVWRKVGlCRFJWSlVTVVpKUTBGVVJTMHRM
    server: https://10.0.0.1:6443
  name: prod-cluster
users:
- name: prod-admin
  user:
    token: kube-token-123
    username: 'operator-7'
    exec:
      command: aws
      args:
      - get-token
      - --secret=4711xyz`

  test.each<[string, string, readonly string[]]>([
    [
      'a JSON object',
      '{"clientId":"1b-2c-3d","clientSecret":"azure~Secret","tenant":"common","port":8443210,"url":"https://login.example.com","list":["deep-leaf"],"on":true}',
      ['1b-2c-3d', 'azure~Secret', '8443210', 'deep-leaf'],
    ],
    ['JSON in JSON', JSON.stringify({ inner: JSON.stringify({ key: 'inner-secret' }) }), ['inner-secret']],
    [
      'lines NAME=value',
      'A=1\nDB_PASS="quoted pass"\nexport API=raw-value-1\n# TOKEN=comment-1\nENV=staging',
      ['quoted pass', 'raw-value-1'],
    ],
    [
      'lines with comments behind them',
      'A="quoted pass" # c\nB=raw-value-2 # of staging\nC=has#none-3',
      ['quoted pass', 'raw-value-2', 'has#none-3'],
    ],
    [
      'a connection string',
      'DefaultEndpointsProtocol=https;AccountName=store12;AccountKey=abc+/def==;EndpointSuffix=core.windows.net',
      ['store12', 'abc+/def=='],
    ],
    [
      'a kubeconfig',
      kubeconfig,
      ['TFMwdExTMUNSVWRKVGlCRFJWSlVTVVpKUTBGVVJTMHRM', 'kube-token-123', 'operator-7', '4711xyz'],
    ],
    ['an address', 'amqp://worker:p%40ss-word@mq.example.com', ['p%40ss-word', 'p@ss-word']],
    ['a token as the user of an address', 'https://tok-user-1@git.example.com/x', ['tok-user-1']],
    ['a pair', 'deployer:pair-pass', ['pair-pass']],
    ['a header', 'Bearer bearer-value-1', ['bearer-value-1']],
    [
      'base64 of a pair',
      Buffer.from('deployer:inside-base64').toString('base64'),
      ['deployer:inside-base64', 'inside-base64'],
    ],
    ['several lines', 'first line of it\n  second line of it\r\nxx', ['first line of it', 'second line of it']],
    [
      'a key file',
      `-----BEGIN RSA PRIVATE KEY-----\nMIIEow${'aB3d'.repeat(15)}\n-----END RSA PRIVATE KEY-----`,
      [`MIIEow${'aB3d'.repeat(15)}`],
    ],
    ['plain text', 'just one secret', []],
  ])('%s', (_what, secret, parts) => {
    const found = partsOf(secret)
    expect(found).toContain(secret)
    expect(found).toEqual(expect.arrayContaining([...parts]))
    for (const plain of [
      'v1',
      'Config',
      'prod',
      'common',
      'staging',
      'users:',
      'apiVersion: v1',
      'https',
      'get-token',
      'core.windows.net',
      'https://10.0.0.1:6443',
      '-----BEGIN RSA PRIVATE KEY-----',
      'https://login.example.com',
      'true',
    ]) {
      expect(found).not.toContain(plain)
    }
  })

  test('of a value that is plain are none', () => {
    expect(partsOf('production')).toEqual([])
    expect(partsOf('{"a":"true"}')).toEqual(['{"a":"true"}'])
  })
})
