import type { Case } from './explain-cases.ts'

/** What never reached Bedrock. */
export const networkCases: readonly Case[] = [
  { row: 'region never given', code: 'region-missing', says: 'Region is missing', hint: 'aws-region: us-east-1' },
  {
    row: 'B32',
    code: 'region-unsupported',
    name: 'ENOTFOUND',
    host: 'bedrock-runtime.eu-west-9.amazonaws.com',
    region: 'eu-west-9',
    says: 'getaddrinfo ENOTFOUND bedrock-runtime.eu-west-9.amazonaws.com',
    hint: 'aws-region: eu-west-1',
  },
  {
    row: 'B32',
    code: 'region-unsupported',
    region: 'eu-west-9',
    says: 'API Error: Can’t reach the API server — check your internet or DNS (ENOTFOUND)',
    hint: 'aws-region: eu-west-1',
  },
  {
    row: 'B32',
    code: 'region-unsupported',
    name: 'ERR_HTTP2_STREAM_CANCEL',
    says: 'The pending stream has been canceled (caused by: getaddrinfo ENOTFOUND bedrock-runtime.us-east-1.amazonaws.com)',
    hint: 'nslookup bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    row: 'B34',
    code: 'network-unreachable',
    says: "API Error: Can't reach the API server — check your internet or DNS (ENOTFOUND)",
    hint: 'bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    row: 'B34',
    code: 'network-unreachable',
    name: 'ENOTFOUND',
    host: 'gateway.example.com',
    says: 'getaddrinfo ENOTFOUND gateway.example.com',
    hint: 'Let the runner reach gateway.example.com',
  },
  { row: 'B34', code: 'network-unreachable', name: 'ECONNREFUSED', says: '', hint: 'HTTPS_PROXY' },
  { row: 'B34', code: 'network-unreachable', says: 'API Error: Connection dropped (ECONNRESET)', hint: 'HTTPS_PROXY' },
  {
    row: 'B34 certificates',
    code: 'network-unreachable',
    name: 'SELF_SIGNED_CERT_IN_CHAIN',
    says: 'self-signed certificate in certificate chain',
    hint: 'NODE_EXTRA_CA_CERTS',
  },
  {
    row: 'B35',
    code: 'network-unreachable',
    says: 'API Error: Bedrock streaming response has content-type "text/event-stream"; expected "application/vnd.amazon.eventstream"',
    hint: 'unchanged',
  },
]
