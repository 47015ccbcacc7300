import { describe, expect, test } from '@jest/globals'

import { createRedactor } from '../../../src/transcript/redact.ts'
import { LONE_SECRET_KEY, NAMED_SECRET_PATTERNS, SECRET_PATTERNS } from '../../../src/transcript/secret-patterns.ts'

const redactorOf = (...values: string[]) => createRedactor({ values: () => values })

describe('what looks like a secret', () => {
  const long = (length: number) => 'aB3dE5gH7jK9mN1pQ'.repeat(20).slice(0, length)
  const jwt = `eyJ${long(20)}.eyJ${long(60)}.${long(40)}`
  const pem = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0F\n\n${long(64)}\n${long(60)}==\n-----END RSA PRIVATE KEY-----`

  test.each([
    ['private-key', pem],
    ['private-key', pem.replaceAll('\n', '\\n')],
    [
      'private-key',
      pem
        .split('\n')
        .map((line, at) => `${at + 1}→${line}`)
        .join('\n')
        .slice(2),
    ],
    ['private-key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${long(70)}\n-----END OPENSSH PRIVATE KEY-----`],
    ['private-key', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${long(70)}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----`],
    ['aws-access-key', 'AKIAIOSFODNN7EXAMPLE'],
    ['aws-access-key', 'ASIAIOSFODNN7EXAMPLE'],
    ['aws-access-key', `AKIAIOSFODNN7EXAMPLE,${long(40)}`],
    ['aws-session-token', `IQoJb3JpZ2luX2Vj`.replace('X2Vj', 'X') + long(300).replaceAll('_', '/')],
    ['aws-session-token', `FwoGZXIvYXdzE${long(300)}`],
    ['bedrock-api-key', `ABSKQmVkcm9ja0FQSUtleS${long(100)}=`],
    ['bedrock-api-key', `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${long(100)}`],
    ['github-token', `ghs_${long(36)}`],
    ['github-token', `github_pat_${long(22)}_${long(59)}`],
    ['slack-token', `xoxb-123456789012-${long(24)}`],
    ['npm-token', `npm_${long(36)}`],
    ['pypi-token', `pypi-AgEIcHlwaS5vcmc${long(60)}`],
    ['stripe-key', `sk_live_${long(24)}`],
    ['google-api-key', `AIza${long(35)}`],
    ['google-oauth-secret', `GOCSPX-${long(28)}`],
    ['anthropic-api-key', `sk-ant-api03-${long(80)}`],
    ['jwt', jwt],
    ['gitlab-token', `glpat-${long(20)}`],
    ['gitlab-token', `glrt-${long(20)}.01.${long(9)}`],
    ['huggingface-token', `hf_${'aB3d'.repeat(9)}`],
    ['openai-api-key', `sk-proj-${long(60)}`],
    [
      'github-token',
      Buffer.from(`x-access-token:ghs_${long(36)}`)
        .toString('base64')
        .replace(/=*$/, ''),
    ],
    ['slack-webhook', `hooks.slack.com/services/T012AB3CD/B045EF6GH/${'aB3d'.repeat(6)}`],
    ['api-token', `dckr_pat_${long(27)}`],
    ['api-token', `dop_v1_${'0a1b'.repeat(16)}`],
    ['api-token', `shpat_${'0a1b'.repeat(8)}`],
    ['api-token', `SG.${long(22)}.${long(43)}`],
    ['api-token', `ya29.${long(60)}`],
  ])('%s: %.30s', (kind, secret) => {
    const marker = `[redacted:${kind}]`
    const { redact, redacted } = redactorOf()
    expect(redact(`a: "${secret}" b`)).toBe(`a: "${marker}" b`)
    expect(redact(JSON.stringify({ text: `x\n${secret}\ny` }))).toBe(JSON.stringify({ text: `x\n${marker}\ny` }))
    expect(redact(JSON.stringify({ s: JSON.stringify({ t: `\n${secret}` }) }))).toContain(marker)
    expect(redacted()).toEqual({ [kind]: 3 })
  })

  test.each([
    ['aws-secret-access-key', 'AWS_SECRET_ACCESS_KEY=', `${long(38)}/+`],
    ['aws-secret-access-key', '"SecretAccessKey": "', long(40)],
    ['aws-secret-access-key', '{\\"secretAccessKey\\":\\"', long(40)],
    ['aws-secret-access-key', '<SecretAccessKey>', long(40)],
    ['aws-secret-access-key', 'aws_secret_access_key = ', long(40)],
    ['aws-session-token', 'AWS_SESSION_TOKEN=', long(200)],
    ['aws-session-token', 'X-Amz-Security-Token=', `${long(120)}%2F${long(100)}`],
    ['authorization', 'AUTHORIZATION: basic ', 'ZGVwbG95ZXI6cHc='],
    ['authorization', "-H 'Authorization: Bearer ", 'opaque-token-1'],
    ['authorization', 'proxy-authorization: Basic ', 'bWU6cHc='],
    ['authorization', '{\\"Authorization\\":\\"Bearer ', 'opaque-token-1'],
    ['npm-token', '//npm.example.com/:_authToken=', 'opaque-token-1'],
    ['npm-token', '_password = ', 'b3BhcXVlLTE='],
    ['azure-key', 'AccountKey=', `${long(50)}==`],
    ['signature', 'https://x.blob.core.windows.net/y?sv=1&sig=', `${long(40)}%3D`],
  ])('%s behind %s', (kind, name, value) => {
    expect(redactorOf().redact(`x ${name}${value}" y`)).toBe(`x ${name}[redacted:${kind}]" y`)
  })

  test.each([
    ['postgres://app:s3cr3t@db/app', 'postgres://app:[redacted:url-password]@db/app'],
    ['"http://me:p%40ss@proxy:3128"', '"http://me:[redacted:url-password]@proxy:3128"'],
    ['redis://:s3cr3t@cache', 'redis://:[redacted:url-password]@cache'],
    ['https:\\/\\/me:s3cr3t@host', 'https:\\/\\/me:[redacted:url-password]@host'],
    [`git clone https://${'tok3n'.repeat(5)}@host/r`, 'git clone https://[redacted:url-password]@host/r'],
  ])('a password in the address %s', (text, expected) => {
    expect(redactorOf().redact(text)).toBe(expected)
  })

  test.each([
    'postgres://postgres:postgres@localhost:5432/app',
    'https://user:${PASSWORD}@host',
    'https://example.com:8080/a@b',
    'git@github.com:octo/repo.git',
    '//npm.example.com/:_authToken=${NPM_TOKEN}',
    'Authorization: Bearer ${{ secrets.TOKEN }}',
    'basic authentication, a bearer of news',
    'glpat-, hf_model, sk-proj-x, SG.x, npm_config_cache',
  ])('%s stays', (text) => {
    expect(redactorOf().redact(text)).toBe(text)
  })

  test('a secret behind its name as a key of JSON', () => {
    expect(redactorOf().redact('{"Authorization":"Basic ZGVwbG95ZXI6cHc="}')).toBe(
      '{"Authorization":"[redacted:authorization]"}',
    )
  })

  test('a private key that is cut off is redacted as far as it goes', () => {
    expect(redactorOf().redact(`${pem.slice(0, 150)}... {cut}`)).toBe('[redacted:private-key]... {cut}')
  })

  test('ordinary text stays', () => {
    const text = `sha 9c63ce0f7d1c6a8b9e0f1a2b3c4d5e6f7a8b9c0d, key: AKIA, npm_config_cache, eyJ.eyJ, startsWith('-----BEGIN PRIVATE KEY-----'), secret_access_key: \${{ secrets.KEY }}`
    expect(redactorOf().redact(text)).toBe(text.replace('-----BEGIN PRIVATE KEY-----', '[redacted:private-key]'))
  })

  test('no expression has a group of its own: a group names the kind', () => {
    for (const { rest } of SECRET_PATTERNS) expect(new RegExp(`${rest}|`).exec('')).toHaveLength(1)
    for (const { name, separator = '', scheme = '', value } of NAMED_SECRET_PATTERNS)
      expect(new RegExp(`${name}${separator}${scheme}${value}|`).exec('')).toHaveLength(1)
  })

  // A quadratic expression would need hours for these, so that the bound is far from what a slow machine takes.
  test.each([
    ...SECRET_PATTERNS.map(({ starts: [start = ''] }) => start),
    'eyJaaaaaaaaaa.',
    'a.eyJaaaaaaaa',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY----- a',
    'BEGIN ',
    'ghp_',
    'sk_live_',
    'SecretAccessKey=',
    'session_token=',
    '"secret_access_key"\\',
    ' ',
    '-',
    '\\',
    'A',
  ])('takes linear time on repeated "%s"', (piece) => {
    const { redact } = redactorOf('aaaaaaaab', 'known-value')
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length))
    const began = performance.now()
    redact(`known-value ${text}`)
    redact(JSON.stringify({ text: `known-value ${text}` }))
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

describe('a secret access key without its name', () => {
  const { redact } = createRedactor({ values: () => [], patterns: () => [{ source: LONE_SECRET_KEY, degree: 1 }] })
  const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

  test.each([key, `${key}\n`, `"${key}"`, `id:${key},`])('is known by its look: %j', (text) => {
    expect(redact(text)).toBe(text.replace(key, '[redacted:pattern]'))
    expect(redact(JSON.stringify({ text }))).toBe(JSON.stringify({ text: text.replace(key, '[redacted:pattern]') }))
  })

  test.each([
    '9c63ce0f7d1c6a8b9e0f1a2b3c4d5e6f7a8b9c0d',
    'src/components/dashboard/overview/charts',
    `${key}A`,
    'A'.repeat(40),
    'sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ==',
  ])('is not seen in %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})
