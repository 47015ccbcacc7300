import type { Case } from './error-cases.ts'

/** What never reached Bedrock. */
export const networkCases: readonly Case[] = [
  { rule: 'no region given', code: 'region-missing', text: 'Region is missing', fix: 'aws-region: us-east-1' },
  {
    rule: 'no such region',
    code: 'region-unsupported',
    name: 'ENOTFOUND',
    host: 'bedrock-runtime.eu-west-9.amazonaws.com',
    region: 'eu-west-9',
    text: 'getaddrinfo ENOTFOUND bedrock-runtime.eu-west-9.amazonaws.com',
    fix: 'aws-region: eu-west-1',
  },
  {
    rule: 'no such region',
    code: 'region-unsupported',
    region: 'eu-west-9',
    text: 'API Error: Can’t reach the API server — check your internet or DNS (ENOTFOUND)',
    fix: 'aws-region: eu-west-1',
  },
  {
    rule: 'no such region',
    code: 'region-unsupported',
    name: 'ERR_HTTP2_STREAM_CANCEL',
    text: 'The pending stream has been canceled (caused by: getaddrinfo ENOTFOUND bedrock-runtime.us-east-1.amazonaws.com)',
    fix: 'nslookup bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    rule: 'no way there',
    code: 'network-unreachable',
    text: "API Error: Can't reach the API server — check your internet or DNS (ENOTFOUND)",
    fix: 'bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    rule: 'no way there',
    code: 'network-unreachable',
    name: 'ENOTFOUND',
    host: 'gateway.example.com',
    text: 'getaddrinfo ENOTFOUND gateway.example.com',
    fix: 'Let the runner reach gateway.example.com',
  },
  { rule: 'not connected', code: 'network-unreachable', name: 'ECONNREFUSED', text: '', fix: 'HTTPS_PROXY' },
  {
    rule: 'not connected',
    code: 'network-unreachable',
    text: 'API Error: Connection dropped (ECONNRESET)',
    fix: 'HTTPS_PROXY',
  },
  {
    rule: 'certificate not trusted',
    code: 'network-unreachable',
    name: 'SELF_SIGNED_CERT_IN_CHAIN',
    text: 'self-signed certificate in certificate chain',
    fix: 'NODE_EXTRA_CA_CERTS',
  },
  {
    rule: 'stream rewritten',
    code: 'network-unreachable',
    text: 'API Error: Bedrock streaming response has content-type "text/event-stream"; expected "application/vnd.amazon.eventstream"',
    fix: 'unchanged',
  },
  {
    rule: 'answer of something else',
    code: 'network-unreachable',
    text: "char '<' is not expected.:1:1 Deserialization error: to see the raw response, inspect the hidden field {error}.$response",
    fix: 'HTTPS_PROXY',
  },
]
